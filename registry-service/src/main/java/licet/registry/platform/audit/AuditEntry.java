package licet.registry.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;
import org.jspecify.annotations.Nullable;

/** One link as the table holds it. */
record AuditEntry(
        long seq,
        Instant at,
        Kind actor,
        Subject subject,
        String detail,
        @Nullable String reason,
        Link link) {
    static final String COLUMNS =
            "seq, at, actor_kind, actor_id, via, action, object_kind, object_id, detail, reason, prev_hash, hash";
    private static final String FORMAT = "licet-audit-1";

    record Kind(String kind, @Nullable UUID id, String via) {}

    record Subject(String action, String objectKind, String objectId) {}

    record Link(byte[] previous, byte[] hash) {}

    static AuditEntry after(Head head, Instant at, AuditEvent event) {
        var actor = event.actor();
        var entry = new AuditEntry(
                head.seq() + 1,
                at,
                new Kind(actor.kind(), actor.id(), actor.via()),
                new Subject(event.action(), event.objectKind(), event.objectId()),
                event.detail(),
                event.reason(),
                new Link(head.hash(), new byte[0]));
        return new AuditEntry(
                entry.seq,
                at,
                entry.actor,
                entry.subject,
                entry.detail,
                entry.reason,
                new Link(head.hash(), entry.computeHash()));
    }

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                Statements.getInstant(row, "at"),
                new Kind(row.getString("actor_kind"), row.getObject("actor_id", UUID.class), row.getString("via")),
                new Subject(row.getString("action"), row.getString("object_kind"), row.getString("object_id")),
                row.getString("detail"),
                row.getString("reason"),
                new Link(row.getBytes("prev_hash"), row.getBytes("hash")));
    }

    @Nullable Object[] columns() {
        return new @Nullable Object[] {
            seq,
            at,
            actor.kind,
            actor.id,
            actor.via,
            subject.action,
            subject.objectKind,
            subject.objectId,
            detail,
            reason,
            link.previous,
            link.hash
        };
    }

    Head head() {
        return new Head(seq, link.hash);
    }

    boolean follows(Head head) {
        return seq == head.seq() + 1 && Arrays.equals(link.previous, head.hash());
    }

    boolean isIntact() {
        return Arrays.equals(link.hash, computeHash());
    }

    private byte[] computeHash() {
        return Sha256.of(link.previous, canonical());
    }

    /** Each field with its length before it, so that no two entries share their bytes whatever a field holds. */
    private byte[] canonical() {
        var out = new ByteArrayOutputStream();
        append(out, FORMAT);
        append(out, Long.toString(seq));
        append(out, at.toString());
        append(out, actor.kind);
        append(out, actor.id == null ? null : actor.id.toString());
        append(out, actor.via);
        append(out, subject.action);
        append(out, subject.objectKind);
        append(out, subject.objectId);
        append(out, detail);
        append(out, reason);
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, @Nullable String field) {
        if (field == null) {
            out.writeBytes("-,".getBytes(UTF_8));
            return;
        }
        var bytes = field.getBytes(UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(UTF_8));
        out.writeBytes(bytes);
        out.write(',');
    }
}
