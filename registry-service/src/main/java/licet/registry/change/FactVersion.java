package licet.registry.change;

import java.time.Instant;
import java.util.Optional;

/**
 * One state of facts, as it was saved.
 *
 * @param by who saved it; empty for the product itself and for tokens of the host
 * @param body the facts
 */
public record FactVersion<T>(int version, Instant at, Optional<String> by, T body) {}
