package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;

/**
 * What the gate says: the verdict, and beside it what people approved of the model for this deployment.
 *
 * @param approved commits with an approval whose term runs, the newest first
 */
@Schema(name = "GateAnswer")
record GateAnswer(@JsonUnwrapped VerdictDocument verdict, List<ApprovedRevisions.Approved> approved) {
    GateAnswer {
        approved = List.copyOf(approved);
    }

    /** Weak: the same answer, whenever it was given. */
    String tag() {
        return "W/\"" + CanonicalJson.digest(List.of(without(verdict), approved)) + '"';
    }

    private static VerdictDocument without(VerdictDocument given) {
        return new VerdictDocument(
                given.schema(),
                given.model(),
                given.deployment(),
                given.verdict(),
                given.permitted(),
                given.sentence(),
                given.paragraph(),
                given.reasons(),
                given.obligations(),
                given.conditionalObligations(),
                given.questions(),
                given.changes(),
                given.flips(),
                given.inputs(),
                Instant.EPOCH,
                given.validUntil());
    }
}
