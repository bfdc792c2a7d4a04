package licet.registry.stack;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;

/** Notes on cost and quality, which a review shows beside what changed. */
@Singleton
public class SlotNotes {
    private static final String NOTES =
            "SELECT n.*, l.key, p.login FROM slot_note n JOIN stack_slot l ON l.id = n.slot_id"
                    + " JOIN person p ON p.id = n.written_by WHERE ";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    SlotNotes(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of all slots of a stack, the newest first. */
    public List<SlotNote> list(String key) {
        return database.read(sql -> sql.list(
                NOTES + "l.stack_id = ? ORDER BY n.written_at DESC, n.id DESC",
                SlotNotes::read,
                StackTable.get(sql, key).id()));
    }

    public SlotNote write(String key, String slotKey, NewNote note, Principal caller) {
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            var slot = stack.slot(slotKey);
            var now = clock.instant();
            var id = TimeOrderedId.at(now);
            sql.update(
                    "INSERT INTO slot_note (id, slot_id, kind, words, figure, unit, written_by, written_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    slot.id(),
                    note.kind().word(),
                    note.words(),
                    note.figure().map(SlotNote.Figure::value).orElse(null),
                    note.figure().map(SlotNote.Figure::unit).orElse(null),
                    by,
                    now);
            audit.append(AuditEvent.of(
                    caller.actor(),
                    "slot.note",
                    StackTable.KIND,
                    stack.id().toString(),
                    Map.of(
                            "slot",
                            slotKey,
                            "note",
                            id.toString(),
                            "kind",
                            note.kind().word())));
            return sql.get(NOTES + "n.id = ?", SlotNotes::read, id);
        });
    }

    private static SlotNote read(ResultSet row) throws SQLException {
        var figure = Optional.ofNullable(row.getBigDecimal("figure"));
        var unit = Optional.ofNullable(row.getString("unit"));
        return new SlotNote(
                row.getObject("id", UUID.class),
                row.getString("key"),
                ClosedChoice.find(SlotNote.Kind.class, row.getString("kind")).orElseThrow(),
                row.getString("words"),
                figure.map(value -> new SlotNote.Figure(value.stripTrailingZeros(), unit.orElseThrow())),
                new Review.Step(row.getString("login"), Statements.getInstant(row, "written_at")));
    }
}
