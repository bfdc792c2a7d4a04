package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import licet.rules.explain.VerdictDocument;

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
}
