package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.terms.PageHistory;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Basis;
import licet.rules.verdict.BasisChange;

/**
 * Writes down when an approval stands on something that is not any more, and tells who answers for it. That such an
 * approval lifts nothing is not decided here: {@link Approvals} pins each to its basis and to the pages of its terms.
 */
@Singleton
class StaleApprovals {
    private final Deliberations deliberations;
    private final PageHistory pages;
    private final ApprovalNews news;
    private final Database database;
    private final Clock clock;

    StaleApprovals(Deliberations deliberations, PageHistory pages, ApprovalNews news, Database database, Clock clock) {
        this.deliberations = deliberations;
        this.pages = pages;
        this.news = news;
        this.database = database;
        this.clock = clock;
    }

    private record Running(
            UUID id,
            String source,
            long modelId,
            String model,
            String revision,
            String deployment,
            Basis basis,
            Instant from) {}

    /** @param basis digest of what stands there now, empty for nothing */
    private record Found(String basis, List<BasisChange> changes, int graceDays) {}

    private record Open(Instant since, String basis, String changes, Optional<Instant> graceUntil) {}

    /** Returns whether something is other than it was at the last look. */
    boolean look(UUID id) {
        return database.read(sql -> running(sql, id, ""))
                .map(approval -> note(approval, found(approval)))
                .orElse(false);
    }

    private Found found(Running approval) {
        var now = deliberations
                .find(
                        approval.source(),
                        new ModelId(approval.model()),
                        Optional.of(approval.revision()),
                        new DeploymentKey(approval.deployment()))
                .filter(before -> before.model().id() == approval.modelId());
        var changes = new ArrayList<>(now.map(before -> approval.basis().changesTo(before.basis()))
                .orElseGet(() -> List.of(new BasisChange(
                        BasisChange.Kind.EVIDENCE, approval.model() + "@" + approval.revision(), "on record", ""))));
        changes.addAll(terms(approval));
        return new Found(
                now.map(before -> before.basis().digest()).orElse(""),
                changes,
                now.map(Deliberation::workflow)
                        .map(workflow -> workflow.graceDays())
                        .orElse(0));
    }

    private List<BasisChange> terms(Running approval) {
        return database.read(sql -> terms(pages.read(sql), approval.basis(), approval.from()));
    }

    /** What the pages of the licenses say other than they said at a moment. */
    static List<BasisChange> terms(PageHistory.Reading pages, Basis basis, Instant since) {
        return pages.since(BoundLicenses.keys(basis), since).stream()
                .map(page ->
                        new BasisChange(BasisChange.Kind.TERMS, page.address().toString(), page.before(), page.after()))
                .toList();
    }

    private boolean note(Running approval, Found found) {
        return database.write(sql -> {
            var open = open(sql, approval.id());
            boolean same = open.map(last -> last.basis().equals(found.basis())
                            && last.changes().equals(CanonicalJson.write(found.changes())))
                    .orElse(found.changes().isEmpty());
            if (same || running(sql, approval.id(), " FOR UPDATE OF a").isEmpty()) {
                return false;
            }
            var now = clock.instant();
            open.ifPresent(last -> close(sql, approval.id(), now));
            if (found.changes().isEmpty()) {
                tell(sql, approval, "approval.valid-again", Map.of("basis", found.basis()));
            } else {
                begin(sql, approval, found, grace(open, found, now));
            }
            return true;
        });
    }

    /** One that runs already is not made longer by the next change. */
    private static Optional<Instant> grace(Optional<Open> open, Found found, Instant now) {
        return open.map(Open::graceUntil)
                .orElseGet(() -> found.graceDays() == 0
                        ? Optional.empty()
                        : Optional.of(now.plus(found.graceDays(), ChronoUnit.DAYS)))
                .filter(until -> until.isAfter(now) && !found.basis().isEmpty());
    }

    private void begin(Statements sql, Running approval, Found found, Optional<Instant> graceUntil) {
        var now = clock.instant();
        sql.update(
                "INSERT INTO approval_stale (approval_id, since, basis, changes, grace_until) VALUES (?, ?, ?, ?, ?)",
                approval.id(),
                now,
                found.basis(),
                CanonicalJson.write(found.changes()),
                graceUntil.orElse(null));
        tell(
                sql,
                approval,
                "approval.stale",
                Map.of(
                        "basis",
                        found.basis(),
                        "changes",
                        found.changes(),
                        "graceUntil",
                        graceUntil.map(Instant::toString).orElse("")));
        news.stale(sql, approval.id(), now, graceUntil);
    }

    private void tell(Statements sql, Running approval, String action, Map<String, ?> detail) {
        news.write(sql, approval.id(), new ApprovalNews.Told(Actor.PRODUCT, action, detail, ""));
    }

    private static void close(Statements sql, UUID id, Instant now) {
        sql.update("UPDATE approval_stale SET over_at = ? WHERE approval_id = ? AND over_at IS NULL", now, id);
    }

    private static Optional<Open> open(Statements sql, UUID id) {
        return sql.find(
                "SELECT * FROM approval_stale WHERE approval_id = ? AND over_at IS NULL",
                row -> new Open(
                        Statements.getInstant(row, "since"),
                        row.getString("basis"),
                        row.getString("changes"),
                        Optional.ofNullable(Statements.findInstant(row, "grace_until"))),
                id);
    }

    private static Optional<Running> running(Statements sql, UUID id, String lock) {
        return sql.find(
                "SELECT a.*, r.source FROM approval a JOIN approval_request r ON r.id = a.id WHERE a.id = ?"
                        + " AND a.ended_at IS NULL" + lock,
                StaleApprovals::running,
                id);
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getLong("model_id"),
                row.getString("model"),
                row.getString("revision"),
                row.getString("deployment_key"),
                CanonicalJson.read(row.getString("basis"), Basis.class),
                Statements.getInstant(row, "valid_from"));
    }
}
