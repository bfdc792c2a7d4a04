package licet.registry.change;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Organization;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Every version of the facts, the newest first. Old ones are never touched: decisions that were made stand on them. */
@Singleton
public class FactHistory {
    private static final int SHOWN = 100;
    private static final String PERSON =
            " LEFT JOIN person_profile w ON w.person_id = v.created_by LEFT JOIN person p ON p.id = v.created_by";
    private static final String COLUMNS =
            "SELECT v.version, v.created_at, coalesce(w.display_name, p.login) AS by_whom," + " v.body ";

    private final Database database;

    FactHistory(Database database) {
        this.database = database;
    }

    /** At most the newest hundred; empty for a deployment that is not on record. */
    public List<FactVersion<Deployment>> ofDeployment(DeploymentKey key) {
        return list(
                "FROM deployment_version v" + PERSON + " WHERE v.key = ? ORDER BY v.version DESC LIMIT " + SHOWN,
                Deployment.class,
                key.value());
    }

    public List<FactVersion<Organization>> ofOrganization() {
        return list(
                "FROM organization_version v" + PERSON + " ORDER BY v.version DESC LIMIT " + SHOWN, Organization.class);
    }

    private <T> List<FactVersion<T>> list(String from, Class<T> type, @Nullable Object... arguments) {
        return database.read(sql -> sql.list(
                COLUMNS + from,
                row -> new FactVersion<>(
                        row.getInt("version"),
                        Statements.getInstant(row, "created_at"),
                        Optional.ofNullable(row.getString("by_whom")),
                        CanonicalJson.read(row.getString("body"), type)),
                arguments));
    }
}
