package licet.registry.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Role;

/** Rows about people, for those who administer them. */
final class PersonTable {
    private static final String SELECT = """
            SELECT p.id, p.login, p.state, p.last_sign_in_at, coalesce(f.display_name, '') AS name,
                   EXISTS (SELECT FROM person_link l WHERE l.person_id = p.id AND l.closed_at IS NULL) AS invited,
                   array(SELECT t.key FROM team_member m JOIN team t ON t.id = m.team_id
                         WHERE m.person_id = p.id ORDER BY t.key) AS team_keys,
                   %s
            FROM person p LEFT JOIN person_profile f ON f.person_id = p.id
            """.formatted(Standings.COLUMNS);
    private static final String LOCK_ADMINISTRATORS = """
            SELECT p.id FROM person p
            WHERE EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = ?)
            ORDER BY p.id FOR NO KEY UPDATE OF p
            """;
    private static final String OTHER_ADMINISTRATOR = """
            SELECT 1 FROM person p JOIN person_role r ON r.person_id = p.id AND r.role = ?
            WHERE p.state = 'active' AND p.last_sign_in_at IS NOT NULL AND p.id <> ? LIMIT 1
            """;

    private PersonTable() {}

    static List<PersonLine> list(Statements sql) {
        return sql.list(SELECT + " ORDER BY lower(p.login)", PersonTable::read);
    }

    static Optional<PersonLine> find(Statements sql, UUID id) {
        return sql.find(SELECT + " WHERE p.id = ?", PersonTable::read, id);
    }

    /**
     * Locks every administrator and then the person, always in this order: of two who would each leave the other as the
     * last one, the second sees what the first did.
     */
    static Optional<PersonLine> lock(Statements sql, UUID id) {
        lockAdministrators(sql);
        sql.list("SELECT id FROM person WHERE id = ? FOR NO KEY UPDATE", row -> row.getObject("id", UUID.class), id);
        return find(sql, id);
    }

    static void lockAdministrators(Statements sql) {
        sql.list(LOCK_ADMINISTRATORS, row -> row.getObject("id", UUID.class), Role.ADMINISTRATOR.word());
    }

    /** Whether somebody else can still administer: an invitation that nobody has followed does not count. */
    static boolean hasOtherAdministrator(Statements sql, UUID id) {
        return sql.find(OTHER_ADMINISTRATOR, row -> row.getInt(1), Role.ADMINISTRATOR.word(), id)
                .isPresent();
    }

    private static PersonLine read(ResultSet row) throws SQLException {
        var standing = Standings.read(row);
        return new PersonLine(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                standing.roles(),
                standing.topics(),
                Arrays.asList((String[]) row.getArray("team_keys").getArray()),
                state(row),
                Optional.ofNullable(Statements.findInstant(row, "last_sign_in_at")));
    }

    private static PersonLine.State state(ResultSet row) throws SQLException {
        var stored = row.getString("state");
        if (!stored.equals(PersonEntity.ACTIVE)) {
            return ClosedChoice.find(PersonLine.State.class, stored)
                    .orElseThrow(
                            () -> new IllegalStateException("unknown state of a person in the database: " + stored));
        }
        return row.getBoolean("invited") ? PersonLine.State.INVITED : PersonLine.State.ACTIVE;
    }
}
