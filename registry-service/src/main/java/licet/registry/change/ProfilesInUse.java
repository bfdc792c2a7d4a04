package licet.registry.change;

import jakarta.inject.Singleton;
import java.util.List;
import licet.registry.catalog.Catalog;
import licet.registry.decision.LicensePopulation;
import licet.registry.platform.Database;

/** What the catalog holds, by profile. */
@Singleton
class ProfilesInUse {
    private static final int EXAMPLES = 5;

    private final LicensePopulation population;
    private final Database database;
    private final Catalog catalog;

    ProfilesInUse(LicensePopulation population, Database database, Catalog catalog) {
        this.population = population;
        this.database = database;
        this.catalog = catalog;
    }

    /** The most populated first. */
    List<LicensePopulation.Group> list() {
        return population.groups();
    }

    /** Names of models with these profiles, the most downloaded first. */
    List<String> examples(List<Long> profiles) {
        return database.read(sql -> sql.list(
                "SELECT m.owner, m.name FROM model m LEFT JOIN popularity p ON p.model_id = m.id"
                        + " WHERE m.source = ? AND m.name_lost_at IS NULL AND m.current_profile_id = ANY(?)"
                        + " ORDER BY p.downloads DESC NULLS LAST, m.id LIMIT " + EXAMPLES,
                row -> row.getString("owner").isEmpty()
                        ? row.getString("name")
                        : row.getString("owner") + "/" + row.getString("name"),
                catalog.source(),
                profiles.toArray(Long[]::new)));
    }
}
