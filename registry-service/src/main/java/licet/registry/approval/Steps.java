package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import licet.registry.decision.Deliberation;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.Outbox;
import licet.registry.platform.audit.OutboxMessage;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Basis;

/** One step of one request: its row is locked, moved, audited once and told to the outbox, or nothing happens at all. */
@Singleton
class Steps {
    /** Kind of object in the audit chain. */
    static final String KIND = "approval-request";

    private final RequestRepository repository;
    private final RequestRows rows;
    private final Announcements announcements;
    private final Database database;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    Steps(
            RequestRepository repository,
            RequestRows rows,
            Announcements announcements,
            Database database,
            AuditLog audit,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.announcements = announcements;
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a step writes beside the row.
     *
     * @param kind of the audited object: {@code approval} where the answer of the gate can change
     */
    record Told(Actor actor, String action, String kind, Map<String, ?> detail, String reason) {
        static Told of(Actor actor, String action, Map<String, ?> detail, String reason) {
            return new Told(actor, action, KIND, detail, reason);
        }

        /** Where the answer of the gate can change with it. */
        Told ofApproval() {
            return new Told(actor, action, Approvals.KIND, detail, reason);
        }
    }

    ApprovalRequest create(RequestEntity row, Told told) {
        return database.write(sql -> {
            repository.save(row);
            tell(row, told, clock.instant());
            return read(row.id);
        });
    }

    /** @param step moves the row; what it returns is audited */
    ApprovalRequest take(UUID id, BiFunction<Statements, Locked, Told> step) {
        return database.write(sql -> {
            lock(sql, id);
            var row = repository.findById(id).orElseThrow(() -> missing(id));
            var now = clock.instant();
            var before = new Locked(row, rows.read(sql, row), now);
            String state = row.state;
            var told = step.apply(sql, before);
            row.changedAt = now;
            repository.update(row);
            boolean gateMoves = row.decidedAt != null && GlassTable.end(sql, id, now);
            tell(row, gateMoves ? told.ofApproval() : told, now);
            if (!state.equals(row.state) || before.request() instanceof Request.InReview) {
                announcements.moved(sql, before, rows.read(sql, row));
            }
            return read(id);
        });
    }

    /** A second look joins the transaction, and what JPA still holds back is written before it. */
    private ApprovalRequest read(UUID id) {
        return database.write(sql -> {
            var now = rows.find(sql, id).orElseThrow();
            WaitingRows.write(sql, now);
            return now;
        });
    }

    /** Steps of one request wait for each other, so that the later one sees what the earlier one did. */
    private static void lock(Statements sql, UUID id) {
        var locked =
                sql.list("SELECT id FROM approval_request WHERE id = ? FOR UPDATE", row -> row.getString("id"), id);
        if (locked.isEmpty()) {
            throw missing(id);
        }
    }

    record Locked(RequestEntity row, Request request, Instant now) {
        /** Puts the row where the state machine went. */
        void move(Request to) {
            row.state = state(to).word();
            if (to instanceof Request.Closed) {
                row.decidedAt = now;
            }
            if (to instanceof Request.InReview review && review.round() != row.round) {
                row.round = review.round();
                row.roundAt = now;
                row.stages = CanonicalJson.write(review.stages());
            }
        }
    }

    private static RequestState state(Request request) {
        return switch (request) {
            case Request.Draft _ -> RequestState.DRAFT;
            case Request.InReview _ -> RequestState.IN_REVIEW;
            case Request.Returned _ -> RequestState.RETURNED;
            case Request.Closed(var _, var outcome) ->
                switch (outcome) {
                    case APPROVED -> RequestState.APPROVED;
                    case REJECTED -> RequestState.REJECTED;
                    case WITHDRAWN -> RequestState.WITHDRAWN;
                };
        };
    }

    private void tell(RequestEntity row, Told told, Instant now) {
        var event = AuditEvent.of(told.actor(), told.action(), told.kind(), row.id.toString(), told.detail());
        audit.append(told.reason().isEmpty() ? event : event.because(told.reason()));
        var payload = Map.of(
                "request", row.id.toString(),
                "action", told.action(),
                "state", row.state,
                "model", row.model,
                "revision", row.revision,
                "deployment", row.deploymentKey);
        outbox.append(new OutboxMessage(
                TimeOrderedId.at(now), told.action(), KIND, row.id.toString(), CanonicalJson.write(payload)));
    }

    static RuntimeException missing(UUID id) {
        return new RegistryProblem.NotFound("approval request", id.toString()).asException();
    }

    static RuntimeException conflict(UUID id, String mend) {
        return new RegistryProblem.Conflict("approval request", id.toString(), mend).asException();
    }

    /** Of the stored JSON of a basis; empty for a draft. */
    static String digest(String basis) {
        return basis.isEmpty() ? "" : CanonicalJson.read(basis, Basis.class).digest();
    }

    static List<String> ids(List<Deliberation.Review> reviews) {
        return reviews.stream().map(Deliberation.Review::id).sorted().toList();
    }
}
