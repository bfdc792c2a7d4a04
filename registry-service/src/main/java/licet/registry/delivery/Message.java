package licet.registry.delivery;

import java.time.Instant;

/**
 * What happened, as the outbox had it.
 *
 * @param objectKind of the audited object that it is about, with its id
 * @param payload JSON
 */
record Message(String topic, String objectKind, String objectId, String payload, Instant happenedAt) {}
