package licet.registry.sync;

import java.time.Instant;

/**
 * Errors of one kind in a run.
 *
 * @param lastDetail the words of the last of them
 */
public record SyncError(String kind, long count, Instant lastAt, String lastDetail) {}
