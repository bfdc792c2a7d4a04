package licet.registry.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import okhttp3.HttpUrl;

/** Who is told by HTTP what happens here; administrators say so, each step audited. */
@Singleton
public class Receivers {
    /** Kind of object in the audit chain. */
    static final String KIND = "webhook";

    /** Topic of what the test button sends. */
    public static final String TEST = "licet.test";

    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final AddressRules rules;
    private final SecretBox box;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Receivers(Database database, AddressRules rules, SecretBox box, AuditLog audit, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the key is there with which secrets are sealed. */
    public boolean isReady() {
        return box.isReady();
    }

    public List<Receiver> list() {
        return database.read(ReceiverTable::list);
    }

    public Receiver get(UUID id) {
        return database.read(sql -> get(sql, id));
    }

    private static Receiver get(Statements sql, UUID id) {
        return ReceiverTable.find(sql, id)
                .orElseThrow(() -> new RegistryProblem.NotFound(KIND, id.toString()).asException());
    }

    public Receiver.Made create(NewReceiver wish, Principal caller) {
        var address = rules.parse(wish.address());
        var id = TimeOrderedId.at(clock.instant());
        var secret = wish.format().isChat() ? Optional.<byte[]>empty() : Optional.of(secret());
        byte[] sealed = secret.map(known -> box.seal(id, known)).orElseGet(() -> new byte[0]);
        var hidden = wish.format().isChat()
                ? Optional.of(box.seal(id, address.toString().getBytes(UTF_8)))
                : Optional.<byte[]>empty();
        String shown = wish.format().isChat() ? beginning(address) : address.toString();
        return database.write(sql -> {
            if (ReceiverTable.isTaken(sql, wish.name())) {
                throw NewReceiver.malformed("/name", wish.name(), "there is one of that name; choose another");
            }
            sql.update(
                    "INSERT INTO webhook_receiver (id, name, format, address, sealed_address, topics, state,"
                            + " sealed_secret, made_at) VALUES (?, ?, ?, ?, ?, ?, 'on', ?, ?)",
                    id,
                    wish.name(),
                    wish.format().word(),
                    shown,
                    hidden.orElse(null),
                    CanonicalJson.write(wish.topics()),
                    sealed,
                    clock.instant());
            var detail = Map.of(
                    "name", wish.name(),
                    "format", wish.format().word(),
                    "address", shown,
                    "topics", wish.topics());
            audit.append(AuditEvent.of(caller.actor(), "webhook.create", KIND, id.toString(), detail));
            return new Receiver.Made(get(sql, id), secret.map(Signature::shown));
        });
    }

    /** What may be shown of an address that is a secret itself. */
    private static String beginning(HttpUrl address) {
        return address.newBuilder().encodedPath("/").query(null).fragment(null).build() + "\u2026";
    }

    /** Makes another secret; the one before signs beside it for a day. */
    public Receiver.Made rotate(UUID id, Principal caller) {
        byte[] secret = secret();
        byte[] sealed = box.seal(id, secret);
        return database.write(sql -> {
            if (get(sql, id).format().isChat()) {
                throw new RegistryProblem.Conflict(
                                KIND, id.toString(), "a chat has no secret but its address: add it again")
                        .asException();
            }
            sql.update(
                    "UPDATE webhook_receiver SET former_secret = sealed_secret, former_until = ?, sealed_secret = ?"
                            + " WHERE id = ?",
                    clock.instant().plus(OVERLAP),
                    sealed,
                    id);
            audit.append(AuditEvent.of(caller.actor(), "webhook.rotate", KIND, id.toString(), Map.of()));
            return new Receiver.Made(get(sql, id), Optional.of(Signature.shown(secret)));
        });
    }

    private byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** @param on whether messages are sent; while it is off they wait, for three days at most */
    public Receiver turn(UUID id, boolean on, Principal caller) {
        return database.write(sql -> {
            var before = get(sql, id);
            var wanted = on ? ReceiverState.ON : ReceiverState.OFF;
            if (before.state() == wanted) {
                return before;
            }
            sql.update("UPDATE webhook_receiver SET state = ? WHERE id = ?", wanted.word(), id);
            audit.append(AuditEvent.of(caller.actor(), "webhook." + wanted.word(), KIND, id.toString(), Map.of()));
            return get(sql, id);
        });
    }

    /** For good: what waits for it is not sent, and its secret is overwritten. */
    public void delete(UUID id, Principal caller) {
        database.write(sql -> {
            get(sql, id);
            sql.update("DELETE FROM webhook_delivery WHERE receiver_id = ?", id);
            sql.update(
                    "UPDATE webhook_receiver SET state = 'deleted', sealed_secret = '', sealed_address = NULL,"
                            + " former_secret = NULL, former_until = NULL WHERE id = ?",
                    id);
            audit.append(AuditEvent.of(caller.actor(), "webhook.delete", KIND, id.toString(), Map.of()));
            return 0;
        });
    }

    /** Puts a message of its own kind on the way to one receiver. Returns its id. */
    public UUID test(UUID id, Principal caller) {
        return database.write(sql -> {
            if (get(sql, id).state() != ReceiverState.ON) {
                throw new RegistryProblem.Conflict(KIND, id.toString(), "turn it on first").asException();
            }
            var now = clock.instant();
            var message = TimeOrderedId.at(now);
            sql.update(
                    "INSERT INTO webhook_delivery (receiver_id, message_id, topic, object_kind, object_id, payload,"
                            + " happened_at, seq, state, tries, begun_at, next_at) SELECT ?, ?, ?, ?, ?, ?, ?, h.seq,"
                            + " 'waiting', 0, ?, ? FROM head h WHERE h.id = 1",
                    id,
                    message,
                    TEST,
                    KIND,
                    id.toString(),
                    CanonicalJson.write(Map.of("receiver", id.toString())),
                    now,
                    now,
                    now);
            audit.append(AuditEvent.of(caller.actor(), "webhook.test", KIND, id.toString(), Map.of()));
            return message;
        });
    }
}
