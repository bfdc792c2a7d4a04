package licet.registry.mail;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** What administrators see of mail, send again and try out. */
@Singleton
public class Mails {
    private static final String KIND = "mail";
    private static final int SHOWN = 100;
    private static final String LINES = "SELECT m.*, p.login, (SELECT t.answer FROM mail_try t WHERE t.mail_id = m.id"
            + " ORDER BY t.tried_at DESC LIMIT 1) AS answer FROM mail m JOIN person p ON p.id = m.person";

    private final Database database;
    private final MailSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    Mails(Database database, MailSettings settings, AuditLog audit, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    public MailLog log() {
        return new MailLog(
                settings.isReady(),
                settings.server().map(host -> host + ":" + settings.serverPort()),
                settings.server().map(_ -> settings.sender().toString()),
                database.read(
                        sql -> sql.list(LINES + " ORDER BY m.made_at DESC, m.id DESC LIMIT " + SHOWN, Mails::read)));
    }

    /** Puts a mail to the caller's own address on its way. */
    public MailLog.Line test(Principal caller) {
        requireServer();
        var person = Optional.ofNullable(caller.personId())
                .orElseThrow(
                        () -> new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException());
        return database.write(sql -> {
            if (sql.find("SELECT 1 FROM person_profile WHERE person_id = ? AND email <> ''", row -> true, person)
                    .isEmpty()) {
                throw new RegistryProblem.Conflict(
                                KIND, caller.login(), "enter your address on the page of your account first")
                        .asException();
            }
            var id = MailGathering.insert(sql, person, MailDigest.TEST, clock.instant());
            audit.append(AuditEvent.of(caller.actor(), "mail.test", KIND, id.toString(), Map.of()));
            return get(sql, id);
        });
    }

    /** Sends one again, from the beginning of its tries, under the same id. */
    public MailLog.Line replay(UUID id, Principal caller) {
        requireServer();
        return database.write(sql -> {
            var now = clock.instant();
            int again = sql.update(
                    "UPDATE mail SET state = 'waiting', tries = 0, begun_at = ?, next_at = ?, ended_at = NULL"
                            + " WHERE id = ?",
                    now,
                    now,
                    id);
            if (again == 0) {
                throw new RegistryProblem.NotFound(KIND, id.toString()).asException();
            }
            audit.append(AuditEvent.of(caller.actor(), "mail.replay", KIND, id.toString(), Map.of()));
            return get(sql, id);
        });
    }

    private void requireServer() {
        if (!settings.isReady()) {
            throw new RegistryProblem.Conflict(KIND, "licet.mail.host", "set a server first").asException();
        }
    }

    private static MailLog.Line get(Statements sql, UUID id) {
        return sql.get(LINES + " WHERE m.id = ?", Mails::read, id);
    }

    private static MailLog.Line read(ResultSet row) throws SQLException {
        var state = ClosedChoice.find(MailState.class, row.getString("state")).orElseThrow();
        return new MailLog.Line(
                row.getObject("id", UUID.class),
                row.getString("login"),
                ClosedChoice.find(MailDigest.class, row.getString("digest")).orElseThrow(),
                Optional.ofNullable(row.getString("subject")),
                state,
                row.getInt("tries"),
                Statements.getInstant(row, "made_at"),
                state == MailState.WAITING ? Optional.of(Statements.getInstant(row, "next_at")) : Optional.empty(),
                Optional.ofNullable(Statements.findInstant(row, "ended_at")),
                Optional.ofNullable(row.getString("answer")));
    }
}
