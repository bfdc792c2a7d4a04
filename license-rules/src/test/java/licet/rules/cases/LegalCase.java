package licet.rules.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.ModelEvidence;
import licet.rules.policy.Policy;
import licet.rules.verdict.Instrument;

/**
 * One case of the case book.
 *
 * @param recorded the judged model first, then whatever else is on record
 * @param day on which the question is asked, at noon UTC
 */
record LegalCase(
        String title,
        String rule,
        LocalDate day,
        List<Recorded> recorded,
        Deployment deployment,
        Organization organization,
        Policy policy,
        List<Instrument> instruments,
        Expected expected) {

    /**
     * One model on record; several with the same id are its versions over time.
     *
     * @param since first day on which it stood like this
     */
    record Recorded(ModelEvidence evidence, Optional<LocalDate> since) {}

    List<ModelEvidence> models() {
        return recorded.stream().map(Recorded::evidence).toList();
    }

    Instant now() {
        return day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    /** The same case, asked about another of its models. */
    LegalCase about(ModelEvidence model) {
        var first = recorded.stream().filter(one -> one.evidence().equals(model));
        var others = recorded.stream().filter(other -> !other.evidence().equals(model));
        return new LegalCase(
                title,
                rule,
                day,
                Stream.concat(first, others).toList(),
                deployment,
                organization,
                policy,
                instruments,
                expected);
    }

    /**
     * What must come out. Reasons and questions are complete: one more or one less is a failure. Duties are complete
     * where they are named.
     *
     * @param validUntil a day, {@code none}, or nothing where the case is not about time
     * @param texts whole sentences by the id of their reason or duty
     * @param evidence for the id of a reason, lines that its evidence must name as {@code model file:line}
     * @param whose for the id of a reason, whose breach it is
     */
    record Expected(
            String verdict,
            Set<String> deny,
            Set<String> needs,
            Set<String> waived,
            Set<String> questions,
            Set<String> satisfied,
            Set<String> silent,
            Optional<Set<String>> duties,
            Optional<Set<String>> conditional,
            Optional<String> validUntil,
            Optional<String> sentence,
            Map<String, String> texts,
            Map<String, String> displays,
            Map<String, String> evidence,
            Map<String, String> whose) {}
}
