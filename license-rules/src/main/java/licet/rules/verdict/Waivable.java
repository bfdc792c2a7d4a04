package licet.rules.verdict;

import java.util.List;
import java.util.Optional;
import licet.rules.SourceText;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Conclusion;
import licet.rules.policy.Policy;

/**
 * A rule of the policy that denies here and that the policy marks waivable here.
 *
 * @param id of the finding
 * @param because why the rule denies, as a person reads it
 * @param maxDays longest that a waiver of it may last, absent where the policy sets no limit
 * @param pin what a waiver given now stands on
 */
public record Waivable(String id, String rule, String because, Optional<Integer> maxDays, Instrument.Pin pin) {
    static List<Waivable> of(Assessment assessment, Conclusion.Bindings evidence) {
        return assessment
                .everything()
                .filter(finding -> Lifting.canLift(Instrument.Kind.WAIVER, finding))
                .flatMap(finding -> waivable(assessment, finding, evidence).stream())
                .distinct()
                .toList();
    }

    private static Optional<Waivable> waivable(Assessment assessment, Finding finding, Conclusion.Bindings evidence) {
        return finding instanceof Finding.Violated violated && violated.subject() instanceof Subject.OfPolicy subject
                ? rule(assessment, subject)
                        .map(rule -> new Waivable(
                                subject.id(),
                                subject.rule(),
                                String.join(" ", violated.because().arguments()),
                                violated.waiverDays(),
                                new Instrument.Pin(rule, Optional.of(evidence.texts()))))
                : Optional.empty();
    }

    /** Digest of all that the rule behind a finding says, wherever it stands in its file; empty for anything else. */
    static Optional<String> rule(Assessment assessment, Subject subject) {
        return subject instanceof Subject.OfPolicy named
                ? assessment.policy().stream()
                        .filter(policy -> policy.key().equals(named.policy()))
                        .flatMap(policy -> policy.rules().stream())
                        .filter(rule -> rule.id().equals(named.rule()))
                        .map(rule -> CanonicalJson.digest(Words.of(rule)))
                        .findFirst()
                : Optional.empty();
    }

    /** A rule without the places of its parts. */
    private record Words(
            String id,
            String topic,
            String when,
            String effect,
            Policy.Effect then,
            String because,
            List<String> requires) {
        private static Words of(Policy.Rule rule) {
            return new Words(
                    rule.id(),
                    rule.topic().name(),
                    rule.when().text(),
                    rule.then().getClass().getSimpleName(),
                    rule.then(),
                    rule.because().text(),
                    rule.requires().stream().map(SourceText::text).toList());
        }
    }
}
