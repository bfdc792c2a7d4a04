package licet.registry.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;

/**
 * One column of a comparison.
 *
 * @param asked as the address names it
 * @param tier {@code stated}, {@code listed} or {@code examined}
 * @param developer key of the jurisdiction data, or {@code hub:} and a namespace
 * @param family as published, where the release is known
 * @param released a day such as 2026-04-29, or a month where no day is known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ComparedModel(
        String asked,
        String model,
        String source,
        String revision,
        String tier,
        Opinion opinion,
        License license,
        String developer,
        Optional<String> country,
        Optional<String> family,
        Optional<String> released,
        Traits traits,
        Lineage lineage,
        OnTheHub hub) {

    /**
     * The answer with what makes it so.
     *
     * @param reasons only those that decide, with their clauses
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Opinion(
            String answer,
            boolean permitted,
            String sentence,
            List<VerdictDocument.Reason> reasons,
            List<VerdictDocument.Asked> questions,
            Optional<Instant> validUntil) {}

    /**
     * @param candidates texts that the weights can stand under, one when identified; of a listed model what its tags name
     * @param classes of these, for example {@code permissive}
     */
    public record License(List<String> candidates, String state, List<String> classes) {}

    /** @param size bucket of the number of parameters; {@code scan} is the Hub's security scan */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Traits(
            String modality, String size, Optional<Long> parameters, List<String> formats, String gated, String scan) {}

    /**
     * @param bases what it was made from directly; {@code gaps} are declared origins of which nothing is known
     */
    public record Lineage(String state, List<Base> bases, List<Gap> gaps) {}

    /** @param license what the base stands under, several joined by or, empty where nothing names one */
    public record Base(String model, String relation, String license) {}

    public record Gap(String model, String relation, String reason) {}

    /** Counters are absent where nobody counts. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record OnTheHub(boolean disabled, boolean missing, Optional<Long> downloads, Optional<Long> likes) {}
}
