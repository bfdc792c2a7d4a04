package licet.registry.platform;

import java.sql.SQLException;

/** The database refused or was out of reach. Names the statement, never its arguments: they may be secret. */
public final class DatabaseException extends RuntimeException {
    private static final String UNIQUE_VIOLATION = "23505";

    private final SQLException refusal;

    DatabaseException(String sql, SQLException refusal) {
        super(refusal.getMessage() + " in: " + sql, refusal);
        this.refusal = refusal;
    }

    /** Whether the row is there already, which callers answer as a conflict. */
    public boolean isDuplicate() {
        return UNIQUE_VIOLATION.equals(refusal.getSQLState());
    }
}
