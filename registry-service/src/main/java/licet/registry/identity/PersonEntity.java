package licet.registry.identity;

import io.micronaut.core.annotation.Introspected;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@Table(name = "person")
class PersonEntity {
    static final String ACTIVE = "active";

    @Id
    UUID id;

    String login;
    String state;
    Instant createdAt;

    @Version
    long version;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected PersonEntity() {}

    PersonEntity(UUID id, String login, Instant createdAt) {
        this.id = id;
        this.login = login;
        this.state = ACTIVE;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    String login() {
        return login;
    }
}
