package licet.registry.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Standing;

/** Reads what the rows of a person {@code p} allow. */
final class Standings {
    /** Columns of a query that knows the person as {@code p}; nobody has three empty arrays. */
    static final String COLUMNS = """
            array(SELECT role FROM person_role r WHERE r.person_id = p.id) AS roles,
            array(SELECT topic FROM person_review_topic o WHERE o.person_id = p.id) AS topics,
            array(SELECT team_id FROM team_member m WHERE m.person_id = p.id) AS teams
            """;

    private Standings() {}

    static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                readSet(row, "roles", word -> Scopes.parseRole((String) word)),
                readSet(row, "topics", word -> parseTopic((String) word)),
                readSet(row, "teams", UUID.class::cast));
    }

    private static <T> Set<T> readSet(ResultSet row, String column, Function<Object, T> read) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ReviewTopic parseTopic(String stored) {
        return ClosedChoice.find(ReviewTopic.class, stored)
                .orElseThrow(() -> new IllegalStateException("unknown review topic in the database: " + stored));
    }
}
