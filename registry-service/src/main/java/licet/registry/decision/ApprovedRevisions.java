package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/** Which commits of a model people approved for a deployment: another commit is not permitted by that, but worth naming. */
public interface ApprovedRevisions {
    /**
     * @param approval id under which its decision is found
     * @param state valid, grace or stale
     * @param until first moment at which it no longer acts
     * @param staleSince when what people decided on was found to be another
     * @param graceUntil until when it goes on to act although it is stale
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Approved(
            String approval,
            String revision,
            String state,
            Instant until,
            Optional<Instant> staleSince,
            Optional<Instant> graceUntil) {}

    /** All that people approved, as one reading found it. */
    interface Reading {
        /** Those whose term runs, the newest first. */
        List<Approved> of(ModelId model, DeploymentKey deployment);

        /** Those of which some commit is approved for a deployment, by name. */
        List<ModelId> models(DeploymentKey deployment);
    }

    Reading current();
}
