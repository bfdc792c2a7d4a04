package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;

/** All requests, filtered, sorted and paged. */
@Singleton
public class Board {
    private static final int ID_LENGTH = 36;

    private final Database database;

    Board(Database database) {
        this.database = database;
    }

    /** @throws licet.registry.platform.problem.ProblemException malformed, where the cursor is of another list */
    public BoardPage list(BoardQuery query) {
        var sort = query.sort();
        var select = new BoardSql(query.filter());
        query.cursor()
                .map(text -> value(sort, text))
                .ifPresent(value -> select.after(
                        sort, value.substring(ID_LENGTH + 1), UUID.fromString(value.substring(0, ID_LENGTH))));
        var found = database.read(sql -> sql.list(select.text(sort), Board::row, select.arguments(query.limit() + 1)));
        var shown = found.stream().limit(query.limit()).toList();
        var next = found.size() > query.limit() ? Optional.of(cursor(sort, shown.getLast())) : Optional.<String>empty();
        return new BoardPage(shown, next);
    }

    private static String cursor(BoardSort sort, BoardRow last) {
        return new Cursor(sort.word(), last.id() + " " + sort.key(last), 0).text();
    }

    private static String value(BoardSort sort, String text) {
        return Cursor.parse(text, sort.word())
                .map(Cursor::value)
                .filter(value -> value.matches("[0-9a-f-]{36} .+"))
                .orElseThrow(() -> BoardParameters.malformed("cursor", text, "use the cursor of the page before"));
    }

    private static BoardRow row(ResultSet row) throws SQLException {
        return new BoardRow(
                row.getObject("id", UUID.class),
                ClosedChoice.find(RequestState.class, row.getString("state")).orElseThrow(),
                new ApprovalRequest.Person(row.getObject("requester", UUID.class), row.getString("login")),
                new ApprovalRequest.About(
                        row.getString("source"),
                        row.getLong("model_id"),
                        row.getString("model"),
                        row.getString("revision"),
                        row.getString("deployment_key")),
                Optional.ofNullable(row.getObject("needed_by", LocalDate.class)),
                row.getInt("round"),
                Arrays.asList((String[]) row.getArray("waiting").getArray()),
                Optional.ofNullable(Statements.findInstant(row, "due")),
                new ApprovalRequest.PolicyRef(row.getString("policy_key"), row.getInt("policy_version")),
                Statements.getInstant(row, "created_at"),
                Statements.getInstant(row, "changed_at"),
                Optional.ofNullable(Statements.findInstant(row, "decided_at")));
    }
}
