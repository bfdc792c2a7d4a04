package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.platform.Database;
import licet.rules.evidence.ModelId;
import licet.rules.release.ModelFamilies;

/**
 * Days ahead on which makers take models or whole families out of use, as people entered them. Days of imported calendars are
 * not among them: they stand at a family and tell of one release of it, which a family's models are not known to be.
 */
@Singleton
class Retirements {
    /** Kind of the audited objects that say so. */
    static final String KIND = "release-entry";

    private final Database database;
    private final ModelFamilies families;
    private final Clock clock;

    Retirements(Database database, ModelFamilies families, Clock clock) {
        this.database = database;
        this.families = families;
        this.clock = clock;
    }

    /**
     * All of them as one reading found them.
     *
     * @param models first day by name in lower case
     * @param wholeFamilies first day by key
     */
    record Reading(ModelFamilies families, Map<String, Instant> models, Map<String, Instant> wholeFamilies) {
        Reading {
            models = Map.copyOf(models);
            wholeFamilies = Map.copyOf(wholeFamilies);
        }

        /** When the first of those that concern a model begins. */
        Optional<Instant> of(String model) {
            if (models.isEmpty() && wholeFamilies.isEmpty()) {
                return Optional.empty();
            }
            return Stream.of(
                            Optional.ofNullable(models.get(model.toLowerCase(Locale.ROOT))),
                            Optional.ofNullable(wholeFamilies.get(families.keyOf(new ModelId(model)))))
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo);
        }
    }

    Reading current() {
        var models = new HashMap<String, Instant>();
        var whole = new HashMap<String, Instant>();
        database.read(sql -> sql.list(
                        "SELECT lower(model) AS model, family, min(first_day) AS day FROM release_entry"
                                + " WHERE state = 'stands' AND origin IS NULL AND kind IN ('deprecated', 'retired')"
                                + " AND first_day > ?"
                                + " GROUP BY lower(model), family",
                        row -> new Row(
                                Optional.ofNullable(row.getString("model")),
                                row.getString("family"),
                                row.getObject("day", LocalDate.class)),
                        LocalDate.now(clock)))
                .forEach(row -> (row.model().isPresent() ? models : whole)
                        .merge(
                                row.model().orElse(row.family()),
                                row.day().atStartOfDay().toInstant(ZoneOffset.UTC),
                                (one, other) -> one.isBefore(other) ? one : other));
        return new Reading(families, models, whole);
    }

    private record Row(Optional<String> model, String family, LocalDate day) {}
}
