package licet.registry.bom;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import licet.registry.decision.GateAnswers;

/**
 * Verdicts on the models of a document, in its order: schema {@value #SCHEMA}.
 *
 * @param format of the document
 * @param permitted whether every model of it is; true for a document that names none
 */
@Schema(name = "BomVerdicts")
record BomVerdicts(String schema, String format, String deployment, boolean permitted, List<One> models) {
    static final String SCHEMA = "licet/bom-verdicts/1";

    BomVerdicts {
        models = List.copyOf(models);
    }

    /**
     * @param label as the document calls it
     * @param unasked why nothing could be asked: what cannot be asked is not permitted
     */
    @Schema(name = "BomVerdict")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record One(String label, boolean permitted, Optional<GateAnswers.One> answer, Optional<String> unasked) {
        static One of(String label, GateAnswers.One answer) {
            return new One(label, answer.permitted(), Optional.of(answer), Optional.empty());
        }

        static One unasked(String label, String why) {
            return new One(label, false, Optional.empty(), Optional.of(why));
        }
    }

    static BomVerdicts of(String format, String deployment, List<One> models) {
        return new BomVerdicts(SCHEMA, format, deployment, models.stream().allMatch(One::permitted), models);
    }
}
