package licet.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A collection names models of any owner, so each of them is asked for. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CollectionSyncTest {
    private static final String SLUG = "curator/good-ones-0123456789abcdef01234567";

    private static SyncFixture sync;

    @BeforeAll
    static void start() {
        sync = new SyncFixture();
    }

    private static Watch watch(String slug, Tier tier) {
        return sync.watch(new Target.Collection(slug), tier);
    }

    private static List<String> models(String owner, int count) {
        sync.hub.fill(owner, count);
        return IntStream.range(0, count)
                .mapToObj(i -> owner + "/model-%05d".formatted(i))
                .toList();
    }

    @Test
    void itsMembersAreReadInFullAndNothingElse() {
        var members = new ArrayList<>(models("many", 70));
        models("others", 3);
        sync.hub.collect(SLUG, members);
        var watch = watch(SLUG, Tier.EXAMINED);
        var first = sync.run(watch);
        assertThat(first.state()).isEqualTo(SyncRun.State.DONE);
        assertThat(first.counts().listed()).isEqualTo(70);
        assertThat(first.counts().examined()).isEqualTo(70);
        assertThat(sync.count("model WHERE owner = 'many' AND current_conclusion_id IS NOT NULL"))
                .isEqualTo(70);
        assertThat(sync.count("model WHERE owner = 'others'")).isZero();
        assertThat(sync.count("sync_error WHERE run_id = ?", first.id())).isZero();

        sync.hub.put(BulkHub.model("late/comer"));
        members.add("late/comer");
        members.remove("many/model-00000");
        sync.hub.collect(SLUG, members);
        sync.hub.change(
                "many/model-00001",
                model -> model.withFile("README.md", "---\nlicense: other\n---\nNow.\n")
                        .withFact("lastModified", "2026-02-02T00:00:00.000Z"));
        var second = sync.run(watch);
        assertThat(second.state()).isEqualTo(SyncRun.State.DONE);
        assertThat(second.counts().examined()).as("what is new or moved").isEqualTo(2);
        assertThat(sync.drift("late/comer")).containsExactly("new-member");
        assertThat(sync.drift("many/model-00001")).containsExactly("license-tag");
        assertThat(sync.drift("many/model-00000"))
                .as("who leaves a collection is still there")
                .isEmpty();

        var third = sync.run(watch);
        assertThat(third.counts().examined()).isZero();
        assertThat(third.counts().requests())
                .as("the collection once a step, and each member")
                .isEqualTo(2 + 70);
    }

    @Test
    void aMemberThatTheHubHasNoLongerIsToldOnceAndStopsNothing() {
        String slug = "curator/with-gaps-0123456789abcdef01234567";
        var members = new ArrayList<>(models("gaps", 3));
        members.add("gaps/renamed");
        sync.hub.collect(slug, members);
        var watch = watch(slug, Tier.EXAMINED);
        sync.run(watch);
        sync.hub.remove("gaps/model-00001");
        sync.hub.rename("gaps/model-00002", "gaps/renamed");
        for (int again = 0; again < 2; again++) {
            var run = sync.run(watch);
            assertThat(run.state()).isEqualTo(SyncRun.State.DONE);
            assertThat(sync.count("sync_error WHERE run_id = ?", run.id())).isZero();
        }
        assertThat(sync.drift("gaps/model-00000")).isEmpty();
        assertThat(sync.drift("gaps/model-00001")).containsExactly("gone");
        assertThat(sync.drift("gaps/renamed")).containsExactly("renamed");
    }

    @Test
    void listingAloneReadsNothing() {
        String slug = "curator/listed-0123456789abcdef01234567";
        sync.hub.collect(slug, models("glanced", 2));
        var run = sync.run(watch(slug, Tier.LISTED));
        assertThat(run.counts().requests()).isEqualTo(1 + 2);
        assertThat(sync.count("model WHERE owner = 'glanced' AND tier = 'listed'"))
                .isEqualTo(2);
    }

    @Test
    void aCollectionThatIsGoneFailsItsRunAndTouchesNoModel() {
        String slug = "curator/gone-0123456789abcdef01234567";
        sync.hub.collect(slug, models("orphan", 2));
        var watch = watch(slug, Tier.EXAMINED);
        sync.run(watch);
        sync.hub.collect(slug, List.of());
        var run = sync.run(watch);
        assertThat(run.state()).isEqualTo(SyncRun.State.FAILED);
        assertThat(sync.count("sync_error WHERE run_id = ?", run.id())).isEqualTo(1);
        assertThat(sync.drift("orphan/model-00000")).isEmpty();
    }
}
