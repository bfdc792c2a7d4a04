package licet.rules.explain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import licet.rules.change.Change;
import licet.rules.change.Flips;
import licet.rules.facts.Country;
import licet.rules.facts.Ids;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Verdict;

/** The smallest changes in words. */
final class FlipWording {
    private final Messages messages;
    private final Citations citations;
    private final Locale locale;
    private final Verdict verdict;

    FlipWording(Messages messages, Citations citations, Locale locale, Verdict verdict) {
        this.messages = messages;
        this.citations = citations;
        this.locale = locale;
        this.verdict = verdict;
    }

    List<VerdictDocument.Flip> of(Flips flips) {
        return flips.flips().stream()
                .map(flip -> new VerdictDocument.Flip(
                        flip.answer().name(),
                        flip.changes().stream().map(this::step).toList()))
                .toList();
    }

    private VerdictDocument.Step step(Change change) {
        return new VerdictDocument.Step(change.id(), Ids.of(change.kind()), text(change));
    }

    private String text(Change change) {
        return switch (change) {
            case Change.DropAct(var act) -> messages.get("flip.drop-act", messages.get("act." + Ids.of(act)));
            case Change.OnlyEvaluate() -> messages.get("flip.only-evaluate");
            case Change.OtherStage(var stage) -> messages.get("flip.stage", messages.get("stage." + Ids.of(stage)));
            case Change.OtherChannel(var channel) ->
                messages.get("flip.channel", messages.get("channel." + Ids.of(channel)));
            case Change.KeepInside() -> messages.get("flip.keep-inside");
            case Change.NotCommercial() -> messages.get("flip.not-commercial");
            case Change.LeaveFields(var fields) -> messages.get("flip.leave-fields", words("field.", fields));
            case Change.TrainOnly(var kind) ->
                messages.get("flip.train-only", messages.get("outputs-train." + Ids.of(kind)));
            case Change.LeavePlaces(var outputs, var places) ->
                messages.get(outputs ? "flip.leave-places-of-output" : "flip.leave-places-of-use", names(places));
            case Change.ServeIn(var country) -> messages.get("flip.serve-in", name(country));
            case Change.PlannedName(var name) -> messages.get("flip.planned-name", name);
            case Change.Paper(var kind, var lifts) ->
                messages.get(isRegistration(lifts) ? "change.registration" : key(kind), about(lifts));
            case Change.Settle(var _, var state, var license) ->
                messages.get("flip.settle." + Ids.of(state), citations.title(license.value()));
            case Change.ShowTextOnly _ -> messages.get("flip.show-text-only");
            case Change.Instead(var model, var revision, var same) ->
                messages.get(same ? "flip.other-revision" : "flip.other-model", model.value(), revision);
        };
    }

    /** A registration is the agreement that a text itself offers. */
    private boolean isRegistration(SortedSet<String> lifts) {
        return verdict.findings().stream()
                .map(Verdict.Cited::finding)
                .filter(finding -> lifts.contains(finding.subject().id()))
                .allMatch(
                        finding -> finding instanceof Finding.Needs needs && needs.need() == Finding.Need.REGISTRATION);
    }

    private static String key(Instrument.Kind kind) {
        return switch (kind) {
            case AGREEMENT -> "change.agreement";
            case ACCEPTANCE -> "flip.acceptance";
            case CLEARING -> "flip.clearing";
            case LEGAL_POSITION -> "flip.legal-position";
            case APPROVAL -> "flip.approval";
            case WAIVER -> "change.waiver";
        };
    }

    /** What an instrument has to name, in the words of the findings that it lifts. */
    private String about(SortedSet<String> lifts) {
        return lifts.stream()
                .map(id -> verdict.findings().stream()
                        .map(cited -> cited.finding().subject())
                        .filter(subject -> subject.id().equals(id))
                        .findFirst()
                        .map(citations::about)
                        .orElse(id))
                .distinct()
                .collect(Collectors.joining(messages.get("law.and")));
    }

    private String words(String prefix, Collection<? extends Enum<?>> values) {
        return values.stream()
                .map(value -> messages.get(prefix + Ids.of(value)))
                .collect(Collectors.joining(", "));
    }

    private String names(Collection<Country> countries) {
        return countries.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(Country country) {
        return Locale.of("", country.code()).getDisplayCountry(locale);
    }
}
