package licet.rules.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.rules.facts.Ids;
import licet.rules.license.Clause;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/** What a clause says in the terms of the catalog: its kind, its parameters and its scope. */
final class ClauseWording {
    private final Messages messages;
    private final Wording wording;

    ClauseWording(Messages messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    List<String> sentences(Clause clause) {
        var all = new ArrayList<String>();
        says(clause).ifPresent(all::add);
        all.addAll(scope(clause.head().scope()));
        return all;
    }

    private Optional<String> says(Clause clause) {
        return switch (clause) {
            case Clause.UsageCap cap ->
                say("law.usage-cap." + Ids.of(cap.effect()), thresholds(cap.anyOf()), wording.display(cap.display()));
            case Clause.Territory territory ->
                say("law.territory." + Ids.of(territory.test()), String.join(", ", territory.excluded()));
            case Clause.PurposeLimit limit -> say("law.purpose." + Ids.of(limit.purpose()));
            case Clause.FieldOfUse field ->
                say("law.field-of-use." + Ids.of(field.strength()), words("field.", field.banned()));
            case Clause.OutputTraining training ->
                say(
                        "law.output-training." + Ids.of(training.reach()),
                        messages.get(
                                training.ownDerivatives() ? "law.output-training.own" : "law.output-training.not-own"));
            case Clause.AgreementGate gate -> say("law.agreement-gate", gate.detail());
            case Clause.Ambiguity ambiguity -> say("law.ambiguity", ambiguity.detail());
            case Clause.NamePrefix prefix -> say("law.name-prefix", prefix.prefix());
            case Clause.Registration _ -> say("law.registration");
            case Clause.Duty _ -> say("law.duty");
            case Clause.Term _ -> Optional.empty();
        };
    }

    private Optional<String> say(String key, Object... arguments) {
        return Optional.of(messages.get(key, arguments));
    }

    private String thresholds(List<Threshold> anyOf) {
        return anyOf.stream().map(this::threshold).collect(Collectors.joining(messages.get("law.or")));
    }

    private String threshold(Threshold threshold) {
        return messages.get(
                "law.threshold",
                wording.limit(threshold),
                messages.get("counted." + Ids.of(threshold.counted())),
                messages.get("whose." + Ids.of(threshold.whose())),
                wording.moment(threshold.moment()));
    }

    List<String> scope(Scope scope) {
        var all = new ArrayList<String>();
        if (scope.modality() == Scope.ModalityScope.MULTIMODAL_ONLY) {
            all.add(messages.get("law.scope.multimodal"));
        }
        if (!scope.acts().isEmpty()) {
            all.add(messages.get("law.scope.acts", words("act.", scope.acts())));
        }
        if (!scope.triggers().isEmpty()) {
            all.add(messages.get("law.scope.triggers", words("trigger.", scope.triggers())));
        }
        if (!scope.businesses().isEmpty()) {
            all.add(messages.get("law.scope.businesses", words("business.", scope.businesses())));
        }
        if (!scope.exemptions().isEmpty()) {
            all.add(messages.get("law.scope.exemptions", words("exemption.", scope.exemptions())));
        }
        return all;
    }

    private String words(String prefix, Collection<? extends Enum<?>> values) {
        return values.stream()
                .map(Ids::of)
                .sorted()
                .map(id -> messages.get(prefix + id))
                .collect(Collectors.joining(", "));
    }
}
