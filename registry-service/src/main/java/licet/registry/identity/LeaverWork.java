package licet.registry.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;

/** One kind of open work that somebody who leaves hands over. Every feature with such work has a bean of it. */
public interface LeaverWork {
    /**
     * Who leaves, and who takes over what needs somebody.
     *
     * @param successor another active person
     */
    record Leaving(UUID leaver, Optional<UUID> successor, Actor by) {}

    /** What would lie about without a successor, each as a phrase for people; mostly nothing. */
    List<String> needing(Statements sql, UUID leaver);

    /** In the transaction of the deactivation. Audits what it moves. */
    void handOver(Statements sql, Leaving leaving);
}
