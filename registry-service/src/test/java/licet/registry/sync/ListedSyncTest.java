package licet.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import licet.registry.platform.Database;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists as the Hub gives them, into a real database. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ListedSyncTest {
    private static final int PAGE = 500;

    private static SyncFixture sync;

    @BeforeAll
    static void start() {
        sync = new SyncFixture();
    }

    private static long listed(String owner) {
        return sync.count("model m JOIN listing l ON l.model_id = m.id WHERE m.owner = ? AND m.tier = 'listed'", owner);
    }

    @Test
    void aFirstListingAsksOnceAPageAndWritesEachModelOnce() {
        sync.hub.fill("first", 2 * PAGE + 200);
        var run = sync.run(sync.watch(new Target.Developer("first"), Tier.LISTED));
        assertThat(run.state()).isEqualTo(SyncRun.State.DONE);
        assertThat(run.counts().requests()).isEqualTo(3);
        assertThat(run.counts().listed()).isEqualTo(1200);
        assertThat(run.counts().newModels()).isEqualTo(1200);
        assertThat(run.counts().bytes()).isPositive();
        assertThat(listed("first")).isEqualTo(1200);
        assertThat(sync.count("model_name n JOIN model m ON m.id = n.model_id WHERE m.owner = 'first'"))
                .isEqualTo(1200);
        assertThat(sync.count("popularity p JOIN model m ON m.id = p.model_id WHERE m.owner = 'first'"))
                .isEqualTo(1200);
        assertThat(sync.count("snapshot s JOIN model m ON m.id = s.model_id WHERE m.owner = 'first'"))
                .isZero();
        assertThat(sync.count("sync_seen WHERE run_id = ?", run.id())).isZero();
    }

    @Test
    void withoutChangeTheSecondRunOnlyListsAndTouchesNoRow() {
        sync.hub.fill("same", PAGE + 1);
        var watch = sync.watch(new Target.Developer("same"), Tier.LISTED);
        sync.run(watch);
        String versions = versions("same");
        long entries = sync.count("audit_entry");
        var second = sync.run(watch);
        assertThat(second.counts().requests()).isEqualTo(2);
        assertThat(second.counts().changed()).isZero();
        assertThat(second.counts().newModels()).isZero();
        assertThat(versions("same")).isEqualTo(versions);
        assertThat(sync.count("audit_entry")).as("only that it started").isEqualTo(entries + 1);
        assertThat(sync.count("drift d JOIN model m ON m.id = d.model_id WHERE m.owner = 'same'"))
                .isZero();
    }

    /** Which transactions wrote the rows of an owner. */
    private static String versions(String owner) {
        return sync.registry
                .bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT string_agg(m.xmin || ' ' || l.xmin || ' ' || p.xmin, ',' ORDER BY m.id) AS all_rows"
                                + " FROM model m JOIN listing l ON l.model_id = m.id"
                                + " JOIN popularity p ON p.model_id = m.id WHERE m.owner = ?",
                        row -> row.getString("all_rows"),
                        owner));
    }

    @Test
    void popularityIsWrittenWhenItMovesByMoreThanOneTwentieth() {
        sync.hub.fill("loved", 2);
        var watch = sync.watch(new Target.Developer("loved"), Tier.LISTED);
        sync.run(watch);
        sync.hub.change("loved/model-00000", model -> model.withFact("downloads", 1050));
        sync.hub.change("loved/model-00001", model -> model.withFact("downloads", 1051));
        sync.run(watch);
        assertThat(downloads("loved/model-00000")).isEqualTo(1000);
        assertThat(downloads("loved/model-00001")).isEqualTo(1051);
    }

    private static long downloads(String model) {
        return sync.registry
                .bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT p.downloads FROM popularity p JOIN model m ON m.id = p.model_id"
                                + " WHERE m.full_name_lower = ?",
                        row -> row.getLong("downloads"),
                        model));
    }

    @Test
    void aRunThatBreaksOffGoesOnAfterTheLastPageThatWasWritten() {
        sync.hub.fill("broken", 3 * PAGE);
        var watch = sync.watch(new Target.Developer("broken"), Tier.LISTED);
        assertThatThrownBy(() -> sync.runs.run(watch.id(), run -> {
                    if (run.counts().pages() == 2) {
                        throw new IllegalStateException("the process ends here");
                    }
                }))
                .hasMessage("the process ends here");
        assertThat(listed("broken")).isEqualTo(2 * PAGE);
        var whole = sync.run(watch);
        assertThat(whole.counts().pages()).isEqualTo(3);
        assertThat(whole.counts().requests()).as("no page twice").isEqualTo(3);
        assertThat(whole.counts().listed()).isEqualTo(3 * PAGE);
        assertThat(listed("broken")).isEqualTo(3 * PAGE);
        assertThat(sync.runs.list(java.util.Optional.of(watch.id()), 10)).hasSize(1);
    }

    @Test
    void twoDriversNeverWriteTheSamePage() {
        sync.hub.fill("raced", PAGE + 5);
        var watch = sync.watch(new Target.Developer("raced"), Tier.LISTED);
        var tables = sync.registry.bean(Tables.class);
        var database = sync.registry.bean(Database.class);
        long id = database.write(sql -> tables.runs().create(sql, watch.id()).orElseThrow());
        var seenByBoth = sync.runs.get(id);
        var phase = sync.registry.bean(ListingPhase.class);
        assertThat(phase.step(seenByBoth, watch)).isInstanceOf(Step.Went.class);
        assertThat(phase.step(seenByBoth, watch)).isInstanceOf(Step.Over.class);
        assertThat(sync.runs.get(id).counts().listed()).isEqualTo(PAGE);
        assertThat(sync.run(watch).counts().listed()).isEqualTo(PAGE + 5);
    }

    @Test
    void aPausedRunStandsStillAndACanceledOneEnds() {
        sync.hub.fill("paused", 2 * PAGE + 1);
        var watch = sync.watch(new Target.Developer("paused"), Tier.LISTED);
        var host = licet.registry.platform.audit.Actor.HOST;
        var stopped = sync.runs.run(watch.id(), run -> {
            if (run.counts().pages() == 1 && run.state() == SyncRun.State.RUNNING) {
                sync.runs.pause(run.id(), host);
            }
        });
        assertThat(stopped.state()).isEqualTo(SyncRun.State.PAUSED);
        assertThat(listed("paused")).isEqualTo(PAGE);
        assertThat(sync.run(watch).counts().pages()).as("paused stays paused").isEqualTo(1);
        sync.runs.resume(stopped.id(), host);
        assertThat(sync.run(watch).state()).isEqualTo(SyncRun.State.DONE);
        assertThat(listed("paused")).isEqualTo(2 * PAGE + 1);
        assertThatThrownBy(() -> sync.runs.cancel(stopped.id(), host)).hasMessageContaining("not running");
    }

    @Test
    void aCanceledRunKeepsWhatItWrote() {
        sync.hub.fill("canceled", PAGE + 1);
        var watch = sync.watch(new Target.Developer("canceled"), Tier.LISTED);
        var run = sync.runs.run(watch.id(), step -> {
            if (step.state() == SyncRun.State.RUNNING && step.counts().pages() == 1) {
                sync.runs.cancel(step.id(), licet.registry.platform.audit.Actor.HOST);
            }
        });
        assertThat(run.state()).isEqualTo(SyncRun.State.CANCELED);
        assertThat(listed("canceled")).isEqualTo(PAGE);
        assertThat(sync.run(watch).id()).as("a new run").isNotEqualTo(run.id());
    }

    @Test
    void listedModelsThatChangeDrift() {
        sync.hub.fill("moving", 4);
        var watch = sync.watch(new Target.Developer("moving"), Tier.LISTED);
        sync.run(watch);
        sync.hub.change("moving/model-00000", model -> model.withFact("gated", "manual"));
        sync.hub.rename("moving/model-00001", "moving/other-name");
        sync.hub.remove("moving/model-00002");
        sync.hub.put(BulkHub.model("moving/newcomer"));
        var run = sync.run(watch);
        assertThat(run.counts().missing()).isEqualTo(1);
        assertThat(sync.drift("moving/model-00000")).containsExactly("gated");
        assertThat(sync.drift("moving/other-name")).containsExactly("renamed");
        assertThat(sync.drift("moving/model-00002")).containsExactly("unlisted");
        assertThat(sync.drift("moving/newcomer")).containsExactly("new-member");
        assertThat(sync.count(
                        "model_name n JOIN model m ON m.id = n.model_id WHERE m.full_name_lower = 'moving/other-name'"))
                .isEqualTo(2);
        sync.hub.put(BulkHub.model("moving/model-00002"));
        sync.run(watch);
        assertThat(sync.drift("moving/model-00002")).containsExactly("unlisted", "returned");
        assertThat(sync.runs.listDrift(run.id())).contains(new RunDrift("renamed", 1));
    }

    @Test
    void aListThatLacksFarTooMuchMakesNothingMissing() {
        sync.hub.fill("shrunk", 60);
        var watch = sync.watch(new Target.Developer("shrunk"), Tier.LISTED);
        sync.run(watch);
        for (int i = 0; i < 40; i++) {
            sync.hub.remove("shrunk/model-%05d".formatted(i));
        }
        var run = sync.run(watch);
        assertThat(run.counts().missing()).isZero();
        assertThat(sync.runs.listErrors(run.id())).extracting(SyncError::kind).containsExactly("implausible-listing");
        assertThat(sync.count("listing l JOIN model m ON m.id = l.model_id WHERE m.owner = 'shrunk'"
                        + " AND l.missing_since IS NOT NULL"))
                .isZero();
    }

    @Test
    void aRunThatFailedGoesOnWhereItStoodWhileNoOtherFollowed() {
        sync.hub.fill("failing", PAGE + 1);
        var watch = sync.watch(new Target.Developer("failing"), Tier.LISTED);
        var tables = sync.registry.bean(Tables.class);
        var failed = sync.runs.run(watch.id(), run -> {
            if (run.counts().pages() == 1) {
                sync.registry
                        .bean(Database.class)
                        .write(sql -> tables.runs().move(sql, run.id(), SyncRun.State.RUNNING, SyncRun.State.FAILED));
            }
        });
        assertThat(failed.state()).isEqualTo(SyncRun.State.FAILED);
        sync.runs.resume(failed.id(), licet.registry.platform.audit.Actor.HOST);
        var resumed = sync.run(watch);
        assertThat(resumed.id()).isEqualTo(failed.id());
        assertThat(resumed.counts().listed()).isEqualTo(PAGE + 1);
        assertThat(resumed.counts().requests()).isEqualTo(2);
    }

    @Test
    void timeToGoIsReckonedFromTheRunBefore() {
        sync.hub.fill("timed", PAGE + 1);
        var watch = sync.watch(new Target.Developer("timed"), Tier.LISTED);
        var first = sync.run(watch);
        var half = new SyncRun.Counts(1, 250, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1);
        var second = new SyncRun(
                2,
                watch.id(),
                SyncRun.State.RUNNING,
                SyncRun.Phase.LISTING,
                first.startedAt(),
                first.startedAt(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                0,
                half);
        var now = first.startedAt().plusSeconds(10);
        assertThat(Progress.toGo(second, java.util.Optional.of(first), now)).contains(Duration.ofMillis(10_040));
        assertThat(Progress.toGo(second, java.util.Optional.empty(), now)).isEmpty();
    }
}
