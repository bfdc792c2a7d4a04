package licet.registry.platform.audit;

import java.util.UUID;

/** Something to be told outside because of a change. The id stays the same over every attempt to deliver it. */
public record OutboxMessage(UUID id, String topic, String objectKind, String objectId, String payload) {}
