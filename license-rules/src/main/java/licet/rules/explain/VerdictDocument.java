package licet.rules.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A verdict as people and pipelines read it: schema {@value #SCHEMA}. Fields are only ever added within a version.
 *
 * @param sentence the verdict in one sentence
 * @param paragraph what the verdict was made from and how long it stands
 * @param flips the smallest changes that would give a better answer, each evaluated
 * @param permitted true only for ALLOW inside its validity
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record VerdictDocument(
        String schema,
        ModelRef model,
        DeploymentRef deployment,
        String verdict,
        boolean permitted,
        String sentence,
        String paragraph,
        List<Reason> reasons,
        List<Duty> obligations,
        List<Duty> conditionalObligations,
        List<Asked> questions,
        List<String> changes,
        List<Flip> flips,
        Inputs inputs,
        Instant evaluatedAt,
        Optional<Instant> validUntil) {
    public static final String SCHEMA = "licet/verdict/1";

    public record ModelRef(String id, String revision, String license, String identification) {}

    public record DeploymentRef(String key, String name, int version) {}

    /**
     * Why the answer is what it is.
     *
     * @param id stable id of the clause, rule or gap
     * @param effect DENY, NEEDS or NOTE
     * @param topic license, lineage, identification, policy
     * @param text one sentence; {@code paragraph} is the same for a lawyer
     * @param whose ours, upstream or recipient for a breach
     * @param remedy what would lift it
     * @param path models from this model to the node of the clause
     * @param liftedBy kinds of instrument that can lift it; empty for what stands lifted already, or cannot be
     * @param instrument what lifted it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Reason(
            String id,
            String effect,
            String topic,
            String text,
            String paragraph,
            Optional<Cite> clause,
            Optional<Rule> rule,
            Optional<String> whose,
            Optional<String> remedy,
            List<String> path,
            List<Source> evidence,
            List<FactShown> facts,
            List<String> liftedBy,
            Optional<Paper> instrument) {
        public Reason {
            // Verdicts from before the field was added lack it.
            liftedBy = List.copyOf(Objects.requireNonNullElse(liftedBy, List.of()));
        }
    }

    /**
     * What lifted a reason.
     *
     * @param id its kind and its number, for example {@code agreement:12}
     * @param until first moment at which it no longer lifts anything, where it ends
     * @param text key of the text that was accepted, and {@code textSha256} its hash
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Paper(
            String id, String kind, Optional<Instant> until, Optional<String> text, Optional<String> textSha256) {}

    /** @param document key of the license or use policy; {@code section} as the text counts it */
    public record Cite(String license, String document, String title, String section) {}

    public record Rule(String policy, int version, String rule) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Source(
            String model,
            String revision,
            String file,
            Optional<String> sha256,
            Optional<Integer> line,
            Optional<String> passage) {}

    /**
     * @param value the figure itself, or only the side of the limit for those who may not see it
     * @param source where a figure was taken from; {@code asOf} is the day on which it was true
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FactShown(
            String fact, String text, String value, Optional<String> source, Optional<LocalDate> asOf) {}

    /** @param display exact words to show, where the text fixes them */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Duty(
            String id, String kind, String text, Optional<String> display, Cite clause, Optional<String> condition) {}

    /** @param id what to answer; {@code reasons} are the ids of the reasons that ask for it */
    public record Asked(String id, String text, List<String> reasons) {}

    /**
     * Changes that, made together, give another answer.
     *
     * @param verdict the answer that the evaluator gives once they are made
     */
    public record Flip(String verdict, List<Step> steps) {}

    /**
     * One thing to do.
     *
     * @param id stable, for example {@code drop-act:host-for-third-parties}
     * @param kind design, document, instrument, revision or model
     */
    public record Step(String id, String kind, String text) {}

    /** The versions of everything that went in. */
    public record Inputs(
            int deploymentVersion,
            int organizationVersion,
            String policy,
            int policyVersion,
            String knowledge,
            String engine) {}
}
