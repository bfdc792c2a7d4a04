package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import licet.registry.catalog.Blobs;
import licet.registry.instrument.NewPaper;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** What people say, attach and do beside their decisions. */
@Singleton
public class Conversation {
    private final Steps steps;
    private final Database database;
    private final Blobs blobs;
    private final Announcements announcements;

    Conversation(Steps steps, Database database, Blobs blobs, Announcements announcements) {
        this.steps = steps;
        this.database = database;
        this.announcements = announcements;
        this.blobs = blobs;
    }

    public ApprovalRequest comment(UUID id, String words, Principal caller) {
        var person = ApprovalRights.participant(caller);
        String said = NewRequest.words("/words", words);
        return steps.take(id, (sql, locked) -> {
            requireOpen(locked);
            var message = insert(sql, id, person, ApprovalRequest.Message.Kind.COMMENT, said, locked.now());
            announcements.said(sql, locked, person, message);
            return Steps.Told.of(caller.actor(), "approval-request.comment", Map.of(), "");
        });
    }

    /** @param content at most what the server takes as a body */
    public record Document(String name, String type, byte[] content, String words) {}

    public ApprovalRequest attach(UUID id, Document document, Principal caller) {
        var person = ApprovalRights.participant(caller);
        String said = NewRequest.words("/words", document.words());
        return steps.take(id, (sql, locked) -> {
            requireOpen(locked);
            byte[] hash = blobs.store(sql, document.content());
            var message = TimeOrderedId.at(locked.now());
            sql.update(
                    "INSERT INTO approval_message (id, request_id, person, kind, words, file_name, file_type,"
                            + " file_sha256, said_at) VALUES (?, ?, ?, 'document', ?, ?, ?, ?, ?)",
                    message,
                    id,
                    person,
                    said,
                    NewRequest.words("/name", document.name()),
                    document.type(),
                    hash,
                    locked.now());
            announcements.said(sql, locked, person, message);
            return Steps.Told.of(
                    caller.actor(),
                    "approval-request.attach",
                    Map.of("sha256", HexFormat.of().formatHex(hash)),
                    "");
        });
    }

    /** A document byte by byte, for everybody who takes part and for auditors. @param sha256 which one is meant */
    public NewPaper.File document(UUID id, String sha256, Principal caller) {
        if (!ApprovalRights.takesPart(caller) && !caller.has(Role.AUDITOR)) {
            throw new RegistryProblem.Forbidden("one of the roles requester, reviewer, approver and auditor")
                    .asException();
        }
        return database.read(sql -> sql
                        .list(
                                "SELECT file_name, file_type, file_sha256 FROM approval_message WHERE request_id = ?"
                                        + " AND encode(file_sha256, 'hex') = ? ORDER BY said_at LIMIT 1",
                                row -> new NewPaper.File(
                                        row.getString("file_name"),
                                        row.getString("file_type"),
                                        blobs.get(sql, row.getBytes("file_sha256"))),
                                id,
                                sha256)
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new RegistryProblem.NotFound("document", sha256).asException());
    }

    private static void requireOpen(Steps.Locked locked) {
        if (locked.request() instanceof Request.Closed) {
            throw Steps.conflict(locked.row().id, "it is decided: " + locked.row().state);
        }
    }

    static UUID insert(
            Statements sql, UUID id, UUID person, ApprovalRequest.Message.Kind kind, String words, Instant at) {
        var message = TimeOrderedId.at(at);
        sql.update(
                "INSERT INTO approval_message (id, request_id, person, kind, words, said_at) VALUES (?, ?, ?, ?, ?, ?)",
                message,
                id,
                person,
                kind.word(),
                words,
                at);
        return message;
    }
}
