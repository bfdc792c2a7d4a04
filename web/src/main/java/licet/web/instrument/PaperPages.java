package licet.web.instrument;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.decision.PaperPreviews;
import licet.registry.fact.Facts;
import licet.registry.instrument.Paper;
import licet.registry.instrument.PaperContent;
import licet.registry.instrument.PaperKind;
import licet.registry.instrument.PaperQuery;
import licet.registry.instrument.PaperRights;
import licet.registry.instrument.PaperState;
import licet.registry.instrument.Papers;
import licet.registry.platform.http.Principal;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** Puts the pages of agreements, acceptances and legal positions together. */
@Singleton
final class PaperPages {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Texts.LOCALE);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM yyyy", Texts.LOCALE);
    private static final int YEAR = 12;

    private final Papers papers;
    private final PaperPreviews previews;
    private final Facts facts;
    private final LicenseCatalog licenses;
    private final Clock clock;

    PaperPages(Papers papers, PaperPreviews previews, Facts facts, Knowledge knowledge, Clock clock) {
        this.papers = papers;
        this.previews = previews;
        this.facts = facts;
        this.licenses = knowledge.licenses();
        this.clock = clock;
    }

    PapersView list(PaperQuery query, Principal caller) {
        var found = papers.list(query);
        var months = new LinkedHashMap<Optional<YearMonth>, List<PapersView.Row>>();
        found.forEach(paper -> months.computeIfAbsent(
                        paper.content().until().map(end -> YearMonth.from(end.atOffset(ZoneOffset.UTC))),
                        _ -> new ArrayList<>())
                .add(row(paper, clock.instant())));
        return new PapersView(
                papers.endings(YEAR).stream()
                        .map(ending -> new PapersView.InYear(
                                SHORT.format(ending.month()),
                                ending.papers(),
                                Optional.of(ending.month())
                                        .filter(month -> months.containsKey(Optional.of(month)))
                                        .map(month -> place(Optional.of(month)))))
                        .toList(),
                months.entrySet().stream()
                        .map(month -> new PapersView.Month(
                                place(month.getKey()),
                                month.getKey().map(MONTH::format).orElse(""),
                                month.getValue()))
                        .toList(),
                kinds().toList(),
                Stream.of(PaperState.values()).map(PaperState::word).toList(),
                query.kind().map(PaperKind::word).orElse(""),
                query.state().map(PaperState::word).orElse(""),
                mayRecord(caller),
                found.size() < query.limit()
                        ? Optional.empty()
                        : Optional.of(found.getLast().id()));
    }

    private static String place(Optional<YearMonth> month) {
        return month.map(known -> "ends-" + known).orElse("ends-never");
    }

    private static boolean mayRecord(Principal caller) {
        return Stream.of(PaperKind.values()).anyMatch(kind -> PaperRights.mayRecord(caller, kind));
    }

    private static Stream<String> kinds() {
        return Stream.of(PaperKind.values()).map(PaperKind::word);
    }

    private static PapersView.Row row(Paper paper, Instant now) {
        var content = paper.content();
        return new PapersView.Row(
                paper.id(),
                content.kind().word(),
                paper.stateAt(now).word(),
                content.title(),
                content.party(),
                List.copyOf(content.lifts()),
                content.reach().models().stream().map(model -> model.value()).toList(),
                content.until());
    }

    /** What follows from the deployment and the text that a reason of a verdict brings along. */
    PaperForm begun(PaperForm form) {
        var licensee = facts.current().deployments().stream()
                .map(known -> known.deployment())
                .filter(known -> known.key().value().equals(form.value("deployments")))
                .findFirst()
                .map(known -> known.licensee().value());
        var licensor = licenses.licenses().stream()
                .filter(_ -> form.value("kind").equals(PaperKind.AGREEMENT.word()))
                .filter(license -> license.key().value().equals(form.value("text")))
                .findFirst()
                .map(License::steward);
        return form.suggesting(licensee.orElse(""), licensor.orElse(""));
    }

    PaperFormView form(String formToken, PaperForm form, Principal caller, List<FormProblem> problems) {
        return new PaperFormView(
                formToken,
                form,
                Stream.of(PaperKind.values())
                        .filter(kind -> PaperRights.mayRecord(caller, kind))
                        .map(PaperKind::word)
                        .toList(),
                Optional.empty(),
                false,
                problems);
    }

    PaperFormView previewed(String formToken, PaperSubmission sent, Principal caller, PaperContent paper) {
        return form(formToken, sent.form(), caller, List.of())
                .with(previews.of(paper), sent.document().isPresent());
    }

    PaperView one(long id, Optional<String> formToken, Principal caller, List<FormProblem> problems) {
        var paper = papers.get(id);
        var mayRevoke = paper.revocation().isEmpty()
                && PaperRights.mayRecord(caller, paper.content().kind());
        return new PaperView(
                paper,
                paper.stateAt(clock.instant()).word(),
                reach(paper),
                PaperRights.mayReadDocument(caller, paper),
                papers.privileged(id, caller),
                formToken.filter(_ -> mayRevoke),
                problems);
    }

    private static List<PaperView.Line> reach(Paper paper) {
        var reach = paper.content().reach();
        return Stream.of(
                        new PaperView.Line("lifts", List.copyOf(paper.content().lifts())),
                        new PaperView.Line(
                                "entities",
                                reach.licensees().stream()
                                        .map(key -> key.value())
                                        .toList()),
                        new PaperView.Line(
                                "deployments",
                                reach.deployments().stream()
                                        .map(key -> key.value())
                                        .toList()),
                        new PaperView.Line(
                                "models",
                                reach.models().stream()
                                        .map(model -> model.value())
                                        .toList()),
                        new PaperView.Line(
                                "acts", reach.acts().stream().map(Ids::of).toList()),
                        new PaperView.Line(
                                "places",
                                reach.places().stream()
                                        .map(country -> country.code())
                                        .toList()))
                .filter(line -> !line.values().isEmpty())
                .toList();
    }
}
