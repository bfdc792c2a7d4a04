package licet.tests.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Fills an empty migrated database with generated models by COPY; indexes are made when the rows are there. */
final class CatalogLoader {
    private static final int CHUNK = 50_000;
    private static final Instant FIRST = Instant.parse("2022-03-02T23:29:04Z");
    private static final Instant LAST = Instant.parse("2026-11-01T00:00:00Z");
    private static final long SPAN = Duration.between(FIRST, LAST).toSeconds();

    private final Connection connection;
    private final Statements sql;
    private final List<GeneratedProfiles.Generated> profiles;
    private final String source;
    private final Consumer<String> progress;

    /**
     * @param connection of the role that owns the tables
     * @param source as the instance that will list them calls where models come from
     */
    CatalogLoader(
            Connection connection,
            List<GeneratedProfiles.Generated> profiles,
            String source,
            Consumer<String> progress) {
        this.connection = connection;
        this.sql = new Statements(connection);
        this.profiles = profiles;
        this.source = source;
        this.progress = progress;
    }

    void load(int models) throws SQLException, IOException {
        long start = System.nanoTime();
        profiles();
        var indexes = sql.list(
                "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
                        + " AND tablename IN ('model', 'popularity') AND indexname NOT IN"
                        + " (SELECT conname FROM pg_constraint)",
                row -> List.of(row.getString("indexname"), row.getString("indexdef")));
        indexes.forEach(index -> sql.update("DROP INDEX " + index.getFirst()));
        for (int from = 0; from < models; from += CHUNK) {
            rows(from, Math.min(models, from + CHUNK), models);
            progress.accept("%,d of %,d models, %d s".formatted(Math.min(models, from + CHUNK), models, since(start)));
        }
        sql.update("SET maintenance_work_mem = '512MB'");
        indexes.forEach(index -> {
            sql.update(index.getLast());
            progress.accept("%s, %d s".formatted(index.getFirst(), since(start)));
        });
        sql.update("VACUUM (ANALYZE) model");
        sql.update("VACUUM (ANALYZE) popularity");
        sql.update("VACUUM (ANALYZE) profile");
        progress.accept("loaded in %d s".formatted(since(start)));
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000_000L;
    }

    private CopyManager copy() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void profiles() throws SQLException, IOException {
        var lines = new StringBuilder();
        for (var profile : profiles) {
            line(
                    lines,
                    profile.digest(),
                    profile.listed() ? "listed" : "examined",
                    CanonicalJson.write(profile.profile()));
        }
        send("COPY profile (digest, tier, body) FROM STDIN", lines);
    }

    private void rows(int from, int to, int all) throws SQLException, IOException {
        var models = new StringBuilder();
        var counters = new StringBuilder();
        for (int index = from; index < to; index++) {
            row(index, all, models, counters);
        }
        send(
                "COPY model (id, source, source_id, owner, name, tier, created_at, first_seen_at, released_at, parameters,"
                        + " bases, current_profile_id) FROM STDIN",
                models);
        send("COPY popularity (model_id, profile_id, downloads, likes) FROM STDIN", counters);
    }

    private void send(String command, StringBuilder lines) throws SQLException, IOException {
        copy().copyIn(command, new java.io.ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void row(int index, int all, StringBuilder models, StringBuilder counters) {
        var random = new SplittableRandom(1_000_003L * index + 17);
        int number = profile(random);
        var profile = profiles.get(number);
        String owner = profile.owner().isEmpty() ? Words.owner(owner(random, all)) : profile.owner();
        // Nearly all models are listed with their day; a model of an old license is rarely new.
        double moment = Math.min(1, Math.max(0, random.nextDouble() * (1 - profile.age() * 0.8)));
        String released = FIRST.plusSeconds((long) (SPAN * moment)).toString();
        line(
                models,
                Integer.toString(index + 1),
                source,
                "generated-" + index,
                owner,
                Words.model(random, index),
                profile.listed() ? "listed" : "examined",
                released,
                LAST.toString(),
                released,
                profile.listed() ? null : Long.toString(500_000_000L * (1 + random.nextInt(200))),
                random.nextInt(10) < 6 ? Words.base(random) : null,
                Integer.toString(number + 1));
        // Few are used at all; most were never downloaded by anybody but their maker.
        double rank = random.nextDouble();
        line(
                counters,
                Integer.toString(index + 1),
                Integer.toString(number + 1),
                Long.toString((long) (40 / Math.pow(rank, 1.1)) - 40),
                Long.toString((long) (1 / Math.pow(rank, 0.8)) - 1));
    }

    /** A third of all models share a few dozen profiles. */
    private int profile(SplittableRandom random) {
        double unit = random.nextDouble();
        return (int) (profiles.size() * unit * unit * unit);
    }

    private static int owner(SplittableRandom random, int all) {
        double unit = random.nextDouble();
        return (int) (all * 0.3 * unit * unit * unit);
    }

    private static void line(StringBuilder into, @Nullable String... values) {
        var cells = new ArrayList<String>();
        for (var value : values) {
            cells.add(
                    value == null
                            ? "\\N"
                            : value.replace("\\", "\\\\").replace("\t", " ").replace("\n", "\\n"));
        }
        into.append(String.join("\t", cells)).append('\n');
    }
}
