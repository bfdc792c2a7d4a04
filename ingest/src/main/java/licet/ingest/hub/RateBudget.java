package licet.ingest.hub;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What is left of one of the Hub's quotas, as last heard of.
 *
 * @param quota {@code api} or {@code resolvers}
 * @param limit requests a window, where the Hub told
 * @param remaining requests until {@code resetAt}, less those under way
 */
public record RateBudget(String quota, OptionalLong limit, long remaining, Instant resetAt) {}
