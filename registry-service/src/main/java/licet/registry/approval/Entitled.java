package licet.registry.approval;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.rules.policy.Workflow;

/** Who may act in a kind of review now, as {@link ApprovalRights} says of one caller. */
final class Entitled {
    private static final String ACTIVE = "SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id";

    private Entitled() {}

    /** Active people with the right to it, and whom they named for the time that they are away. */
    static Set<UUID> people(Statements sql, Workflow.Reviewer reviewer, Instant now) {
        var all = new TreeSet<>(
                switch (reviewer) {
                    case LEGAL -> reviewers(sql, ReviewTopic.LEGAL);
                    case SECURITY -> reviewers(sql, ReviewTopic.SECURITY);
                    case PRIVACY -> reviewers(sql, ReviewTopic.PRIVACY);
                    case FINANCE -> reviewers(sql, ReviewTopic.FINANCE);
                    case PRODUCT -> reviewers(sql, ReviewTopic.PRODUCT);
                    case APPROVER -> approvers(sql);
                });
        all.addAll(sql.list(
                "SELECT delegate FROM approval_delegation WHERE person = ANY (?) AND ended_at IS NULL"
                        + " AND from_at <= ? AND until_at > ?",
                row -> row.getObject("delegate", UUID.class),
                all.toArray(UUID[]::new),
                now,
                now));
        return all;
    }

    static Set<UUID> approvers(Statements sql) {
        return having(sql, Role.APPROVER);
    }

    static Set<UUID> administrators(Statements sql) {
        return having(sql, Role.ADMINISTRATOR);
    }

    private static Set<UUID> having(Statements sql, Role role) {
        return new TreeSet<>(sql.list(
                ACTIVE + " WHERE p.state = 'active' AND r.role = ?",
                row -> row.getObject("id", UUID.class),
                role.word()));
    }

    private static Set<UUID> reviewers(Statements sql, ReviewTopic topic) {
        return new TreeSet<>(sql.list(
                ACTIVE + " JOIN person_review_topic t ON t.person_id = p.id"
                        + " WHERE p.state = 'active' AND r.role = ? AND t.topic = ?",
                row -> row.getObject("id", UUID.class),
                Role.REVIEWER.word(),
                topic.word()));
    }
}
