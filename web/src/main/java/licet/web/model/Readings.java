package licet.web.model;

import jakarta.inject.Singleton;
import java.util.Set;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.ingest.IngestQueue;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;

/** Who may ask for a model to be read, and whether somebody did. */
@Singleton
final class Readings {
    private static final Set<Role> READERS =
            Set.of(Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR);

    private final IngestQueue queue;

    Readings(IngestQueue queue) {
        this.queue = queue;
    }

    boolean maySend(Principal caller) {
        return READERS.stream().anyMatch(caller::has);
    }

    boolean isWaiting(RepoId model) {
        return queue.holds(model, Revision.MAIN);
    }

    void ask(RepoId model) {
        queue.add(model, Revision.MAIN);
    }
}
