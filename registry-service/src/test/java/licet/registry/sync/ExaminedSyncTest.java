package licet.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedFile;
import licet.ingest.recorded.RecordedModel;
import licet.registry.catalog.Denials;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Models that are read in full, and what is found to have changed about them. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ExaminedSyncTest {
    private static SyncFixture sync;

    @BeforeAll
    static void start() {
        sync = new SyncFixture();
    }

    private static Watch developer(String owner, int models) {
        sync.hub.fill(owner, models);
        return sync.watch(new Target.Developer(owner), Tier.EXAMINED);
    }

    private static RecordedModel pushed(RecordedModel model, String file, String text) {
        return model.withFile(file, text).withFact("lastModified", "2026-02-02T00:00:00.000Z");
    }

    @Test
    void everyModelOfAWatchIsReadInFull() {
        var run = sync.run(developer("full", 25));
        assertThat(run.state()).isEqualTo(SyncRun.State.DONE);
        assertThat(run.counts().examined()).isEqualTo(25);
        assertThat(run.counts().newSnapshots()).isEqualTo(25);
        assertThat(sync.count("model WHERE owner = 'full' AND tier = 'examined' AND current_conclusion_id IS NOT NULL"))
                .isEqualTo(25);
        assertThat(sync.count("listing l JOIN model m ON m.id = l.model_id WHERE m.owner = 'full' AND l.due"))
                .isZero();
        assertThat(sync.count("sync_item WHERE run_id = ?", run.id())).isZero();
    }

    @Test
    void onlyWhatMovedIsReadAgain() {
        var watch = developer("moved", 20);
        sync.run(watch);
        assertThat(sync.run(watch).counts().requests()).as("nothing moved").isEqualTo(1);
        sync.hub.change(
                "moved/model-00003", model -> pushed(model, "README.md", "---\nlicense: apache-2.0\n---\nNow.\n"));
        var run = sync.run(watch);
        assertThat(run.counts().examined()).isEqualTo(1);
        assertThat(run.counts().requests()).isBetween(2L, 7L);
        assertThat(sync.drift("moved/model-00003")).containsExactly("license-tag");
        assertThat(sync.run(watch).counts().requests()).as("settled").isEqualTo(1);
    }

    @Test
    void ofAChangedModelOnlyTheChangedFilesAreAskedFor() {
        sync.hub.put(BulkHub.model("thrifty/model")
                .withFile("LICENSE", "You may.\n")
                .withFile("NOTICE", "By us.\n")
                .withFile("config.json", "{\"model_type\":\"llama\"}"));
        var watch = sync.watch(new Target.Developer("thrifty"), Tier.EXAMINED);
        long first = sync.run(watch).counts().requests();
        sync.hub.change("thrifty/model", model -> pushed(model, "README.md", "---\nlicense: mit\n---\nNow.\n"));
        long second = sync.run(watch).counts().requests();
        assertThat(first)
                .as("list, description, four files behind a redirect each")
                .isEqualTo(10);
        assertThat(second).as("list, description, card").isEqualTo(4);
        assertThat(sync.count("evidence_file f JOIN model m ON m.current_snapshot_id = f.snapshot_id"
                        + " WHERE m.owner = 'thrifty' AND f.state = 'read'"))
                .isEqualTo(4);
    }

    @Test
    void basesOfWhatIsReadAreReadAsWell() {
        sync.hub.put(BulkHub.model("far/base"));
        sync.hub.put(BulkHub.model("near/child")
                .withFile("README.md", "---\nlicense: mit\nbase_model: far/base\n---\nMade from it.\n"));
        var run = sync.run(sync.watch(new Target.Developer("near"), Tier.EXAMINED));
        assertThat(run.counts().wanted()).isEqualTo(2);
        assertThat(sync.count("model WHERE owner = 'far' AND tier = 'examined'"))
                .isEqualTo(1);
    }

    @Test
    void aSingleModelCostsOneRequestWhileItStands() {
        sync.hub.put(BulkHub.model("alone/one"));
        var watch = sync.watch(new Target.Model(RepoId.parse("alone/one")), Tier.EXAMINED);
        sync.run(watch);
        assertThat(sync.run(watch).counts().requests()).isEqualTo(1);
        sync.hub.remove("alone/one");
        var run = sync.run(watch);
        assertThat(run.state()).isEqualTo(SyncRun.State.DONE);
        assertThat(sync.drift("alone/one")).containsExactly("gone");
        sync.run(watch);
        assertThat(sync.drift("alone/one")).as("told once").containsExactly("gone");
    }

    @Test
    void everyKindOfDriftIsFoundByItsRun() {
        sync.hub.put(changing());
        sync.hub.fill("drift", 4);
        var watch = sync.watch(new Target.Developer("drift"), Tier.EXAMINED);
        sync.run(watch);
        sync.hub.put(changed());
        sync.hub.change("drift/model-00000", model -> model.withFact("gated", "auto"));
        sync.hub.change("drift/model-00001", model -> model.withFact("disabled", true));
        sync.hub.remove("drift/model-00002");
        sync.hub.rename("drift/model-00003", "drift/renamed");
        sync.hub.put(BulkHub.model("drift/newcomer"));
        var run = sync.run(watch);
        assertThat(sync.drift("drift/changing"))
                .containsExactlyInAnyOrder("license-tag", "license-text", "weights", "base-model");
        assertThat(sync.drift("drift/model-00000")).containsExactly("gated");
        assertThat(sync.drift("drift/model-00001")).containsExactly("disabled");
        assertThat(sync.drift("drift/model-00002")).containsExactly("gone");
        assertThat(sync.drift("drift/renamed")).containsExactly("renamed");
        assertThat(sync.drift("drift/newcomer")).containsExactly("new-member");
        assertThat(sync.count(
                        "drift d JOIN snapshot s ON s.id = d.to_snapshot_id WHERE d.run_id = ?"
                                + " AND d.from_snapshot_id <> d.to_snapshot_id",
                        run.id()))
                .isEqualTo(4);
        long before = sync.count("drift");
        sync.run(watch);
        assertThat(sync.count("drift")).as("each change is told once").isEqualTo(before);
    }

    private static RecordedModel changing() {
        return with(
                        BulkHub.model("drift/changing"),
                        new RecordedFile("model.safetensors", new RecordedFile.Content.Large(10, "a".repeat(64))))
                .withFile("LICENSE", "You may use this.\n");
    }

    private static RecordedModel changed() {
        var weights = new RecordedFile("model.safetensors", new RecordedFile.Content.Large(10, "b".repeat(64)));
        return pushed(
                with(changing(), weights).withFile("LICENSE", "You may not use this.\n"),
                "README.md",
                "---\nlicense: other\nlicense_name: ours\nbase_model: drift/model-00000\n---\nA model.\n");
    }

    private static RecordedModel with(RecordedModel model, RecordedFile file) {
        var files = new ArrayList<RecordedFile>(model.files());
        files.removeIf(other -> other.path().equals(file.path()));
        files.add(file);
        return new RecordedModel(model.id(), model.commit(), model.facts(), List.copyOf(files));
    }

    @Test
    void aTextThatChangesWhileItCannotBeReadIsToldAsSoonAsItCan() {
        var watch = sync.watch(new Target.Developer("hidden"), Tier.EXAMINED);
        sync.hub.put(BulkHub.model("hidden/changed").withFile("LICENSE", "You may use this.\n"));
        sync.hub.put(BulkHub.model("hidden/same").withFile("LICENSE", "You may use this.\n"));
        sync.hub.put(BulkHub.model("hidden/new"));
        sync.run(watch);
        for (String name : List.of("hidden/changed", "hidden/new")) {
            sync.hub.change(name, model -> model.withFile("LICENSE", "You may not use this.\n"));
        }
        for (String gate : List.of("auto", "manual")) {
            for (String name : List.of("hidden/changed", "hidden/same", "hidden/new")) {
                sync.hub.change(name, model -> model.withFact("gated", gate));
            }
            sync.run(watch);
        }
        assertThat(sync.drift("hidden/changed")).containsExactly("gated", "gated");
        for (String name : List.of("hidden/changed", "hidden/same", "hidden/new")) {
            sync.hub.change(name, model -> model.withFact("gated", false));
        }
        sync.run(watch);
        assertThat(sync.drift("hidden/changed")).containsExactly("gated", "gated", "gated", "license-text");
        assertThat(sync.drift("hidden/new")).containsExactly("gated", "gated", "gated", "license-text");
        assertThat(sync.drift("hidden/same")).containsExactly("gated", "gated", "gated");
        assertThat(
                        sync.count(
                                "drift d JOIN model m ON m.id = d.model_id JOIN blob b ON b.sha256 ="
                                        + " decode(d.detail::jsonb ->> 'before', 'hex') WHERE m.owner = 'hidden' AND d.kind = 'license-text'"))
                .as("the last text that was read is the one before")
                .isEqualTo(1);
        assertThat(sync.count("unread_text"))
                .as("nothing is kept that was read")
                .isZero();
    }

    @Test
    void whatTheHubTakesDownIsToldOnceAndKeepsItsEvidence() {
        sync.run(developer("down", 1));
        var denials = sync.registry.bean(Denials.class);
        var name = RepoId.parse("down/model-00000");
        denials.record(name, Denials.Denial.DISABLED, Optional.empty());
        denials.record(name, Denials.Denial.DISABLED, Optional.empty());
        denials.record(RepoId.parse("down/never-seen"), Denials.Denial.GONE, Optional.empty());
        assertThat(sync.drift("down/model-00000")).containsExactly("disabled");
        assertThat(sync.count("model WHERE owner = 'down' AND current_conclusion_id IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void aModelThatCameByAnotherWayIsNotReadAgain() {
        sync.hub.put(BulkHub.model("asked/for"));
        sync.registry
                .bean(licet.registry.ingest.Ingest.class)
                .run(List.of(RepoId.parse("asked/for")), licet.registry.ingest.IngestProgress.SILENT);
        var run = sync.run(sync.watch(new Target.Developer("asked"), Tier.EXAMINED));
        assertThat(run.counts().requests()).isEqualTo(1);
        assertThat(run.counts().examined()).isZero();
        assertThat(Map.of("tier", sync.count("model WHERE owner = 'asked' AND tier = 'examined'")))
                .containsEntry("tier", 1L);
    }
}
