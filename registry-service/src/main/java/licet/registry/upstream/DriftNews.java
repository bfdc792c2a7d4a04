package licet.registry.upstream;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licet.registry.alert.About;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertRouting;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.catalog.DriftLog;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/**
 * Follows what changed about models by its number, and tells it: whatever was killed on the way begins again behind the
 * last that was told, and nothing is told twice.
 */
@Singleton
public class DriftNews {
    private static final int BATCH = 200;
    private static final String MODEL = "model";

    private final DriftLog log;
    private final AlertRouting routing;
    private final Alerts alerts;
    private final AuditLog audit;
    private final Database database;

    DriftNews(DriftLog log, AlertRouting routing, Alerts alerts, AuditLog audit, Database database) {
        this.log = log;
        this.routing = routing;
        this.alerts = alerts;
        this.audit = audit;
        this.database = database;
    }

    /** Changes of one kind that one look at a model saw, such as new weights in thirty files, are told together. */
    private record Look(long model, AlertKind kind, String of) {}

    /** Returns how many changes were new. */
    public int tell() {
        int all = 0;
        while (true) {
            int told = database.write(this::tellBatch);
            all += told;
            if (told < BATCH) {
                return all;
            }
        }
    }

    private int tellBatch(Statements sql) {
        long last = sql.get("SELECT last FROM drift_told FOR UPDATE", row -> row.getLong("last"));
        var batch = log.listAfter(sql, last, BATCH);
        if (batch.isEmpty()) {
            return 0;
        }
        long now = batch.getLast().entry().id();
        int raised = 0;
        for (var look : looks(batch).entrySet()) {
            raised += raise(sql, look.getKey(), look.getValue()) ? 1 : 0;
        }
        sql.update("UPDATE drift_told SET last = ?", now);
        if (raised > 0) {
            audit.append(AuditEvent.of(
                    Actor.PRODUCT,
                    "alert.raise",
                    "alert",
                    "drift-" + now,
                    Map.of("after", last, "last", now, "alerts", raised)));
        }
        return batch.size();
    }

    private static Map<Look, List<DriftLog.OfModel>> looks(List<DriftLog.OfModel> batch) {
        var looks = new LinkedHashMap<Look, List<DriftLog.OfModel>>();
        for (var one : batch) {
            var look = new Look(one.model().id(), DriftWords.kind(one.entry().detail()), DriftWords.of(one.entry()));
            looks.computeIfAbsent(look, _ -> new java.util.ArrayList<>()).add(one);
        }
        return looks;
    }

    /** Of models that are only listed, which can be all of the Hub, only what somebody wants to know is told. */
    private boolean raise(Statements sql, Look look, List<DriftLog.OfModel> changes) {
        var first = changes.getFirst();
        var about = About.model(look.model(), first.model().name().value());
        var audience = routing.to(sql, about, look.kind());
        if (audience.isEmpty() && !first.examined()) {
            return false;
        }
        var facts = DriftWords.facts(first, look.of(), changes.size());
        alerts.raise(sql, NewAlert.open(look.kind(), MODEL, Long.toString(look.model()), facts), audience);
        return true;
    }
}
