package licet.web.waiver;

import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import licet.registry.fact.Facts;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.waiver.Waiver;
import licet.registry.waiver.WaiverQuery;
import licet.registry.waiver.WaiverRights;
import licet.registry.waiver.WaiverState;
import licet.registry.waiver.WaiverText;
import licet.registry.waiver.Waivers;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Waivable;
import licet.web.layout.FormProblem;

/** Puts the pages of waivers together. */
@Singleton
final class WaiverPages {
    private final Waivers waivers;
    private final Facts facts;
    private final Clock clock;

    WaiverPages(Waivers waivers, Facts facts, Clock clock) {
        this.waivers = waivers;
        this.facts = facts;
        this.clock = clock;
    }

    WaiversView list(WaiverQuery query) {
        var page = waivers.list(query);
        return new WaiversView(
                page.waivers(),
                clock.instant(),
                Stream.of(WaiverState.values()).map(WaiverState::word).toList(),
                facts.current().deployments().stream()
                        .map(known -> known.deployment().key().value())
                        .toList(),
                query.state().map(WaiverState::word).orElse(""),
                query.deployment().orElse(""),
                page.next().map(cursor -> next(query, cursor)));
    }

    private static String next(WaiverQuery query, String cursor) {
        var address = UriBuilder.of("/waivers");
        query.state().ifPresent(state -> address.queryParam("state", state.word()));
        query.deployment().ifPresent(deployment -> address.queryParam("deployment", deployment));
        return address.queryParam("cursor", cursor).build().toString();
    }

    /** @throws ProblemException where model or deployment are not on record */
    WaiverFormView form(String formToken, WaiverForm form, List<FormProblem> problems) {
        var found = waivers.reasons(
                form.find("source"),
                WaiverText.model(form.value("model")),
                WaiverText.deployment(form.value("deployment")));
        return new WaiverFormView(
                formToken,
                form,
                found.stream()
                        .map(reason -> new WaiverFormView.Reason(
                                reason.id(), reason.rule(), reason.because(), reason.maxDays()))
                        .toList(),
                found.stream()
                        .filter(reason -> reason.id().equals(form.value("finding")))
                        .findFirst()
                        .or(() -> found.stream().findFirst())
                        .flatMap(Waivable::maxDays)
                        .map(days -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .plusDays(days)),
                found.stream()
                        .map(Waivable::pin)
                        .map(Instrument.Pin::texts)
                        .anyMatch(texts -> !texts.orElseThrow().isEmpty()),
                problems);
    }

    WaiverView one(Waiver waiver, String formToken, Principal caller) {
        return one(waiver, formToken, caller, "", List.of());
    }

    WaiverView one(Waiver waiver, String formToken, Principal caller, String said, List<FormProblem> problems) {
        var now = clock.instant();
        var steps = new ArrayList<String>();
        if (WaiverRights.mayDecide(waiver, caller)) {
            steps.addAll(List.of("confirm", "reject"));
        }
        if (WaiverRights.mayWithdraw(waiver, caller)) {
            steps.add("withdraw");
        }
        if (WaiverRights.mayRevoke(waiver, caller, now)) {
            steps.add("revoke");
        }
        return new WaiverView(
                waiver, waiver.stateAt(now), steps, WaiverRights.mayReadDocument(caller), formToken, said, problems);
    }
}
