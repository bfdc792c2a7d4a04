package licet.registry.decision;

import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.rules.facts.DeploymentKey;

/**
 * What a pipeline asks.
 *
 * @param local whether the imported model of that name is meant
 * @param revision a commit, a branch or a tag; empty for the newest on record
 * @param showValues whether the reader may see figures
 */
record GateQuestion(
        boolean local, RepoId model, Optional<String> revision, DeploymentKey deployment, boolean showValues) {
    /** The same about another model. */
    GateQuestion about(RepoId other, Optional<String> at) {
        return new GateQuestion(local, other, at, deployment, showValues);
    }
}
