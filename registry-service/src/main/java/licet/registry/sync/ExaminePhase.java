package licet.registry.sync;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import licet.registry.catalog.Denials;
import licet.registry.ingest.Traffic;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.metric.Metrics;
import licet.rules.evidence.ModelId;

/**
 * Reads models in full, a chunk at a time: fetched side by side, which the client's pacing keeps polite, and written in
 * one transaction. Whoever reads a chunk twice writes it once.
 */
@Singleton
final class ExaminePhase {
    private static final int MOST_ATTEMPTS = 4;
    private static final int MOST_BASES = 50;
    private static final int AT_ONCE = 4;
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Database database;
    private final SnapshotAssembler assembler;
    private final Catalogs catalogs;
    private final Tables tables;
    private final Traffic traffic;
    private final Metrics metrics;

    ExaminePhase(
            Database database,
            SnapshotAssembler assembler,
            Catalogs catalogs,
            Tables tables,
            Traffic traffic,
            Metrics metrics) {
        this.database = database;
        this.assembler = assembler;
        this.catalogs = catalogs;
        this.tables = tables;
        this.traffic = traffic;
        this.metrics = metrics;
    }

    private record Read(ItemTable.Item item, SnapshotResult result) {}

    /** Reads what of a chunk still waits. */
    Step step(SyncRun run, int chunk) {
        var waiting = database.read(sql -> tables.items().listWaiting(sql, run.id(), chunk));
        if (waiting.isEmpty()) {
            return new Step.Over();
        }
        var cost = new Traffic.Tally();
        var reads = fetch(waiting, cost);
        var pause = database.write(sql -> write(sql, run, reads, cost));
        return pause.<Step>map(Step.Later::new).orElseGet(Step.Went::new);
    }

    private List<Read> fetch(List<ItemTable.Item> waiting, Traffic.Tally cost) {
        var reads = new ArrayList<Read>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var asked = waiting.stream()
                    .map(item -> threads.submit(() ->
                            traffic.count(cost, () -> new Read(item, assembler.fetch(item.name(), Revision.MAIN)))))
                    .toList();
            for (Future<Read> read : asked) {
                reads.add(read.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading models", stopped);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading a model failed", bug.getCause());
        }
        return reads;
    }

    /** Returns how long to wait where the Hub said so, or where something is to be tried again. */
    private Optional<Duration> write(Statements sql, SyncRun run, List<Read> reads, Traffic.Tally cost) {
        tables.runs().spend(sql, run.id(), cost);
        var outcome = new Outcome(sql, run);
        reads.forEach(outcome::add);
        outcome.store();
        return outcome.pause;
    }

    /** What a chunk comes to, gathered before it is written. */
    private final class Outcome {
        private final Statements sql;
        private final SyncRun run;
        private final List<ModelSnapshot> taken = new ArrayList<>();
        private int notRead;
        private Optional<Duration> pause = Optional.empty();

        Outcome(Statements sql, SyncRun run) {
            this.sql = sql;
            this.run = run;
        }

        void add(Read read) {
            var item = read.item();
            switch (read.result()) {
                case SnapshotResult.Taken(var snapshot) -> take(item, snapshot);
                case SnapshotResult.Gone(var _, var detail) -> deny(item, Denials.Denial.GONE, "missing", detail);
                case SnapshotResult.Disabled(var _, var detail) ->
                    deny(item, Denials.Denial.DISABLED, "disabled", detail);
                case SnapshotResult.RevisionGone(var _, var detail) -> refuse(item, "missing-revision", detail);
                case SnapshotResult.GatedEntirely(var _, var detail) -> refuse(item, "gated", detail);
                case SnapshotResult.Failed(var _, var detail, var after) -> again(item, "failed", detail, after);
            }
        }

        /** Files that could not be read now may be read in a moment; only then is the gap itself the evidence. */
        private void take(ItemTable.Item item, ModelSnapshot snapshot) {
            var gaps = snapshot.listPassingGaps();
            if (!gaps.isEmpty() && item.attempts() + 1 < MOST_ATTEMPTS) {
                again(item, "unread-file", gaps.getFirst().path(), Optional.empty());
            } else if (settle(item, "read")) {
                taken.add(snapshot);
            }
        }

        private void deny(ItemTable.Item item, Denials.Denial denial, String kind, String detail) {
            if (refuse(item, kind, detail)) {
                catalogs.denials().record(item.name(), denial, Optional.of(run.id()));
            }
        }

        private boolean refuse(ItemTable.Item item, String kind, String detail) {
            boolean mine = settle(item, "refused");
            if (mine) {
                notRead++;
                tables.errors().add(sql, run.id(), kind, item.name() + ": " + detail);
            }
            return mine;
        }

        private void again(ItemTable.Item item, String kind, String detail, Optional<Duration> after) {
            tables.errors().add(sql, run.id(), kind, item.name() + ": " + detail);
            boolean last = item.attempts() + 1 >= MOST_ATTEMPTS;
            if (settle(item, last ? "failed" : "waiting") && last) {
                notRead++;
            }
            pause = after.or(() -> pause).or(() -> Optional.of(SHORT));
        }

        private boolean settle(ItemTable.Item item, String state) {
            return tables.items().settle(sql, run.id(), item.name(), state);
        }

        void store() {
            int news = taken.isEmpty() ? 0 : catalogs.catalog().store(taken, List.of(), Optional.of(run.id()));
            tables.runs().countExamined(sql, run.id(), taken.size(), notRead, news);
            metrics.count("licet_sync_models", "tier", "examined", taken.size());
            if (!taken.isEmpty()) {
                tables.items().want(sql, run.id(), bases());
            }
        }

        private List<RepoId> bases() {
            var children = taken.stream().map(ModelSnapshot::model).toList();
            var bases = catalogs.catalog().listUnreadParents(children).stream()
                    .map(ModelId::value)
                    .flatMap(base -> RepoId.find(base).stream())
                    .toList();
            return ItemTable.few(bases, MOST_BASES);
        }
    }
}
