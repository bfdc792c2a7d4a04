package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import licet.registry.catalog.Blobs;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.Principal;

/** What people say, attach and do beside their decisions. */
@Singleton
public class Conversation {
    private final Steps steps;
    private final Blobs blobs;

    Conversation(Steps steps, Blobs blobs) {
        this.steps = steps;
        this.blobs = blobs;
    }

    public ApprovalRequest comment(UUID id, String words, Principal caller) {
        var person = ApprovalRights.participant(caller);
        String said = NewRequest.words("/words", words);
        return steps.take(id, (sql, locked) -> {
            requireOpen(locked);
            insert(sql, id, person, ApprovalRequest.Message.Kind.COMMENT, said, locked.now());
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
            sql.update(
                    "INSERT INTO approval_message (id, request_id, person, kind, words, file_name, file_type,"
                            + " file_sha256, said_at) VALUES (?, ?, ?, 'document', ?, ?, ?, ?, ?)",
                    TimeOrderedId.at(locked.now()),
                    id,
                    person,
                    said,
                    NewRequest.words("/name", document.name()),
                    document.type(),
                    hash,
                    locked.now());
            return Steps.Told.of(
                    caller.actor(),
                    "approval-request.attach",
                    Map.of("sha256", HexFormat.of().formatHex(hash)),
                    "");
        });
    }

    private static void requireOpen(Steps.Locked locked) {
        if (locked.request() instanceof Request.Closed) {
            throw Steps.conflict(locked.row().id, "it is decided: " + locked.row().state);
        }
    }

    static void insert(
            Statements sql, UUID id, UUID person, ApprovalRequest.Message.Kind kind, String words, Instant at) {
        sql.update(
                "INSERT INTO approval_message (id, request_id, person, kind, words, said_at) VALUES (?, ?, ?, ?, ?, ?)",
                TimeOrderedId.at(at),
                id,
                person,
                kind.word(),
                words,
                at);
    }
}
