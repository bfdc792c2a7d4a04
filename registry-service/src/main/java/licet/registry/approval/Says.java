package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Standing;
import licet.rules.policy.Workflow;

/** Whose rights somebody can use: the own ones, and those of colleagues who are away and named them. */
@Singleton
class Says {
    /** @param away the colleague whose rights these are; empty for the own ones */
    record Right(Optional<ApprovalRequest.Person> away, Set<Workflow.Reviewer> reviewers) {
        Right {
            reviewers = Set.copyOf(reviewers);
        }

        UUID actor(UUID self) {
            return away.map(ApprovalRequest.Person::id).orElse(self);
        }
    }

    /** Those with no right at all are left out. */
    List<Right> of(Statements sql, UUID person, Principal caller, Instant now) {
        var own = new Right(Optional.empty(), ApprovalRights.entitled(caller.standing()));
        return Stream.concat(Stream.of(own), delegated(sql, person, now).stream())
                .filter(right -> !right.reviewers().isEmpty())
                .toList();
    }

    private static List<Right> delegated(Statements sql, UUID person, Instant now) {
        return sql.list(
                "SELECT p.id, p.login, array(SELECT role FROM person_role WHERE person_id = p.id) AS roles,"
                        + " array(SELECT topic FROM person_review_topic WHERE person_id = p.id) AS topics"
                        + " FROM person p WHERE p.state = 'active' AND p.id IN (SELECT d.person"
                        + " FROM approval_delegation d WHERE d.delegate = ? AND d.ended_at IS NULL"
                        + " AND d.from_at <= ? AND d.until_at > ?) ORDER BY p.login, p.id",
                Says::right,
                person,
                now,
                now);
    }

    private static Right right(ResultSet row) throws SQLException {
        var standing =
                new Standing(choices(row, "roles", Role.class), choices(row, "topics", ReviewTopic.class), Set.of());
        var away = new ApprovalRequest.Person(row.getObject("id", UUID.class), row.getString("login"));
        return new Right(Optional.of(away), ApprovalRights.entitled(standing));
    }

    private static <E extends Enum<E> & ClosedChoice> Set<E> choices(ResultSet row, String column, Class<E> type)
            throws SQLException {
        var all = EnumSet.noneOf(type);
        Arrays.stream((String[]) row.getArray(column).getArray())
                .forEach(word -> ClosedChoice.find(type, word).ifPresent(all::add));
        return all;
    }
}
