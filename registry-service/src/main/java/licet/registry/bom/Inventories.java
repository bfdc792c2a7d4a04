package licet.registry.bom;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;

/** What deployments say they run: the last document replaces the one before. */
@Singleton
class Inventories {
    private static final String KIND = "deployment-inventory";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    Inventories(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<Inventory> find(DeploymentKey deployment) {
        return database.read(sql -> sql.find(
                "SELECT format, entries, stored_at, stored_by FROM deployment_inventory WHERE deployment_key = ?",
                row -> new Inventory(
                        deployment.value(),
                        row.getString("format"),
                        Statements.getInstant(row, "stored_at"),
                        row.getString("stored_by"),
                        Arrays.asList(CanonicalJson.read(row.getString("entries"), Inventory.Line[].class))),
                deployment.value()));
    }

    Inventory store(DeploymentKey deployment, Bom bom, Principal by) {
        var lines = bom.entries().stream().map(Inventory.Line::of).toList();
        var stored = new Inventory(deployment.value(), bom.format(), clock.instant(), by.login(), lines);
        String entries = CanonicalJson.write(lines);
        return database.write(sql -> {
            sql.update(
                    "INSERT INTO deployment_inventory (deployment_key, format, entries, stored_at, stored_by)"
                            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (deployment_key) DO UPDATE SET"
                            + " format = excluded.format, entries = excluded.entries,"
                            + " stored_at = excluded.stored_at, stored_by = excluded.stored_by",
                    deployment.value(),
                    stored.format(),
                    entries,
                    stored.storedAt(),
                    stored.by());
            audit.append(AuditEvent.of(
                    by.actor(),
                    KIND + ".save",
                    KIND,
                    deployment.value(),
                    Map.of("models", lines.size(), "digest", CanonicalJson.digest(lines))));
            return stored;
        });
    }
}
