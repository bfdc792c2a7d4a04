package licet.registry.approval;

import io.micronaut.core.annotation.Introspected;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a request; {@link RequestRows} is the only one that reads it. */
@Entity
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@Table(name = "approval_request")
@SuppressWarnings("NullAway.Init")
class RequestEntity {
    @Id
    UUID id;

    @Version
    long version;

    String state;
    UUID requester;
    String source;
    long modelId;
    String model;
    String revision;
    String deploymentKey;
    String justification;

    @Nullable LocalDate neededBy;

    int round;
    String stages;
    String lifts;
    String basis;
    String policyKey;
    int policyVersion;
    int validDays;
    Instant createdAt;
    Instant roundAt;
    Instant changedAt;

    @Nullable Instant decidedAt;

    protected RequestEntity() {}
}
