package licet.ingest.hub;

import java.time.Duration;

/**
 * What a client has spent since it was made.
 *
 * @param requests answers received, redirects and errors among them, since each costs quota
 * @param bytes of bodies, uncompressed
 * @param waited summed over all threads
 */
public record HubUsage(long requests, long retries, long bytes, Duration waited) {}
