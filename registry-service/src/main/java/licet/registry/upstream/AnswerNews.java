package licet.registry.upstream;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.alert.About;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertRouting;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.decision.Verdicts;
import licet.registry.instrument.Instruments;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.problem.ProblemException;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;

/** Compares the answer about whatever is approved with the one that was last told, and tells when it flips. */
@Singleton
public class AnswerNews {
    private static final String REQUEST = "approval-request";

    /** Answers also change by time alone: facts get old, and rules begin to act. */
    private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);

    private final Verdicts verdicts;
    private final AlertRouting routing;
    private final Alerts alerts;
    private final AuditLog audit;
    private final Database database;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);

    AnswerNews(
            Verdicts verdicts,
            AlertRouting routing,
            Alerts alerts,
            AuditLog audit,
            Database database,
            HeadWatch head,
            Clock clock) {
        this.verdicts = verdicts;
        this.routing = routing;
        this.alerts = alerts;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
        head.subscribe(change -> {
            if (change.touches(KINDS)) {
                next.set(Instant.EPOCH);
            }
        });
    }

    /** Kinds of audited objects that can change an answer. */
    private static final Set<String> KINDS = kinds();

    private static Set<String> kinds() {
        var all = new HashSet<>(Instruments.KINDS);
        all.addAll(Set.of("deployment", "organization", "policy", "knowledge", Catalog.KIND));
        return Set.copyOf(all);
    }

    private record Approved(
            UUID id,
            UUID requester,
            String source,
            long modelId,
            String model,
            String revision,
            String deployment,
            Optional<String> told) {}

    void lookIfMoved() {
        var now = clock.instant();
        var due = next.getAndSet(now.plus(AT_LEAST_EVERY));
        if (now.isBefore(due)) {
            next.compareAndSet(now.plus(AT_LEAST_EVERY), due);
            return;
        }
        try {
            look();
        } catch (RuntimeException failed) {
            next.set(Instant.EPOCH);
            throw failed;
        }
    }

    /** Looks at every approval whose term runs. Returns how many answers are other than those last told. */
    public int look() {
        int flipped = 0;
        for (var approved : list()) {
            var answer = answer(approved);
            if (answer.filter(now -> !now.verdict().equals(approved.told().orElse("")))
                    .isPresent()) {
                flipped += note(approved, answer.get()) ? 1 : 0;
            }
        }
        return flipped;
    }

    private List<Approved> list() {
        return database.read(sql -> sql.list(
                "SELECT a.*, r.requester, r.source, t.answer FROM approval a JOIN approval_request r ON r.id = a.id"
                        + " LEFT JOIN approval_answer t ON t.approval_id = a.id"
                        + " WHERE a.ended_at IS NULL AND a.valid_until > ? ORDER BY a.id",
                row -> new Approved(
                        row.getObject("id", UUID.class),
                        row.getObject("requester", UUID.class),
                        row.getString("source"),
                        row.getLong("model_id"),
                        row.getString("model"),
                        row.getString("revision"),
                        row.getString("deployment_key"),
                        Optional.ofNullable(row.getString("answer"))),
                clock.instant()));
    }

    /** Empty where the deployment or the imported model is not on record any more: then nothing asks for an answer. */
    private Optional<VerdictDocument> answer(Approved approved) {
        try {
            var model = RepoId.parse(approved.model());
            var deployment = new DeploymentKey(approved.deployment());
            var found = approved.source().equals(LocalCatalog.SOURCE)
                    ? verdicts.ofLocal(model, Optional.of(approved.revision()), deployment, false)
                    : verdicts.of(model, new Revision(approved.revision()), deployment, false);
            return Optional.of(found.document());
        } catch (ProblemException gone) {
            return Optional.empty();
        }
    }

    private boolean note(Approved approved, VerdictDocument now) {
        return database.write(sql -> {
            int rows = sql.update(
                    "INSERT INTO approval_answer AS t (approval_id, answer, since) VALUES (?, ?, ?)"
                            + " ON CONFLICT (approval_id) DO UPDATE SET answer = excluded.answer, since = excluded.since"
                            + " WHERE t.answer <> excluded.answer",
                    approved.id(),
                    now.verdict(),
                    clock.instant());
            if (rows == 0 || approved.told().isEmpty()) {
                return false;
            }
            tell(sql, approved, approved.told().get(), now);
            return true;
        });
    }

    private void tell(Statements sql, Approved approved, String before, VerdictDocument now) {
        var id = approved.id().toString();
        audit.append(AuditEvent.of(
                Actor.PRODUCT, "approval.answer", REQUEST, id, Map.of("before", before, "after", now.verdict())));
        var kind = AlertKind.VERDICT_FLIPPED;
        var about = About.model(approved.modelId(), approved.model()).in(approved.deployment());
        var facts = Map.of(
                NewAlert.OF,
                "since " + clock.instant(),
                "model",
                approved.model(),
                "revision",
                approved.revision(),
                "deployment",
                approved.deployment(),
                "before",
                before,
                "after",
                now.verdict(),
                NewAlert.LINK,
                "/requests/" + id);
        alerts.raise(
                sql,
                new NewAlert(kind, Set.of(approved.requester()), REQUEST, id, facts),
                routing.to(sql, about, kind));
    }
}
