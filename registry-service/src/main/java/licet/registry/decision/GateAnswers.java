package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of many models, in the order in which they were asked for: schema {@value #SCHEMA}.
 *
 * @param permitted whether all of them are
 * @param queued how many are read now because nothing of them is on record
 * @param validUntil first moment at which one of the permissions has to be asked for again
 */
@Schema(name = "GateAnswers")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GateAnswers(
        String schema,
        String deployment,
        boolean permitted,
        int queued,
        Instant evaluatedAt,
        Optional<Instant> validUntil,
        List<One> answers) {
    static final String SCHEMA = "licet/gate-answers/1";

    public GateAnswers {
        answers = List.copyOf(answers);
    }

    /**
     * @param asked as the caller wrote it
     * @param revision the commit that the answer is about; a name where it is not on record
     * @param reasons ids of what stands against permitting, what decides first
     */
    @Schema(name = "GateAnswerOfMany")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record One(
            String asked,
            String model,
            String revision,
            String verdict,
            boolean permitted,
            List<String> reasons,
            Optional<Instant> validUntil) {
        static One of(String asked, GateReply.Brief brief) {
            return new One(
                    asked,
                    brief.model(),
                    brief.revision(),
                    brief.verdict(),
                    brief.permitted(),
                    brief.against(),
                    brief.validUntil());
        }
    }

    static GateAnswers of(String deployment, int queued, Instant now, List<One> answers) {
        return new GateAnswers(
                SCHEMA,
                deployment,
                answers.stream().allMatch(One::permitted),
                queued,
                now,
                answers.stream()
                        .filter(One::permitted)
                        .flatMap(one -> one.validUntil().stream())
                        .min(Instant::compareTo),
                answers);
    }
}
