package licet.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.local.HashProgress;
import licet.ingest.local.LocalRequest;
import licet.ingest.local.LocalResult;
import licet.ingest.recorded.RecordedHub;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody brings is on record like what the Hub shows, beside it and never in its place. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FolderImportTest {
    private static final String GATE = "/api/v1/gate/acme/%s?deployment=eu-internal-tool&report=true";

    private static TestRegistry registry;
    private static String token;

    @TempDir
    private Path machine;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false", "licet.watch", ""));
        registry.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = registry.token(Scope.WRITE);
    }

    @BeforeEach
    void later() {
        registry.clock().advance(java.time.Duration.ofMinutes(1));
    }

    private void file(String path, String text) throws IOException {
        Path file = machine.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void cached(String model, String commit, String frontMatter) throws IOException {
        String folder = "models--acme--" + model + "/";
        file(folder + "refs/main", commit);
        file(folder + "snapshots/" + commit + "/README.md", "---\n" + frontMatter + "\n---\nA model.\n");
        file(folder + "snapshots/" + commit + "/pytorch_model.bin", "weights of " + model);
    }

    private FolderImport.Outcome.Stored stored(String model) {
        return (FolderImport.Outcome.Stored) take(LocalRequest.of(machine.resolve("models--acme--" + model)));
    }

    private static FolderImport.Outcome take(LocalRequest request) {
        return registry.bean(FolderImport.class).take(request, Actor.HOST, HashProgress.NONE);
    }

    private static String get(String path) {
        return registry.get(path, token).body();
    }

    private static void hub(String model, String id, String frontMatter) {
        registry.bean(RecordedHub.class)
                .change(models ->
                        models.with(RecordedRepository.of("acme/" + model, id.repeat(24), frontMatter, "On the Hub.")));
        registry.bean(Ingest.class).run(List.of(RepoId.parse("acme/" + model)), IngestProgress.SILENT);
    }

    private static Catalog.Judged find(String source, String model) {
        return registry.bean(Catalog.class)
                .find(source, new ModelId("acme/" + model), Optional.empty())
                .orElseThrow();
    }

    private static long count(String what, Object... arguments) {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) AS n FROM " + what, row -> row.getLong("n"), arguments));
    }

    @Test
    void anImportIsFoundAskedForAndAudited() throws IOException {
        String commit = "1".repeat(40);
        cached("brought", commit, "license: apache-2.0");
        var kept = stored("brought").kept();
        assertThat(kept.isNew()).isTrue();
        assertThat(kept.model().revision()).isEqualTo("local:" + commit);
        assertThat(get("/api/v1/models?q=brought")).contains("\"model\":\"acme/brought\"", "\"source\":\"local\"");
        assertThat(get("/api/v1/models/acme/brought?source=local"))
                .contains("\"source\":\"local\"", "apache-2.0", "\"revision\":\"local:" + commit);
        assertThat(registry.get("/api/v1/models/acme/brought", token).statusCode())
                .isEqualTo(404);
        assertThat(registry.get("/api/v1/models/acme/brought?source=elsewhere", token)
                        .statusCode())
                .isEqualTo(400);
        String asked = GATE.formatted("brought") + "&source=local";
        assertThat(get(asked)).contains("\"license\":\"apache-2.0\"");
        assertThat(get(asked + "&revision=" + commit)).contains("\"revision\":\"local:" + commit);
        assertThat(registry.get(asked + "&revision=" + "2".repeat(40), token).statusCode())
                .isEqualTo(404);
        assertThat(count(
                        "audit_entry WHERE action = 'catalog.import' AND actor_kind = 'host' AND object_id = ?",
                        "" + kept.model().id()))
                .isEqualTo(1);
        assertThat(count("observation WHERE model_id = ?", kept.model().id())).isEqualTo(1);
        later();
        assertThat(stored("brought").kept().isNew()).as("the same again").isFalse();
        assertThat(registry.bean(Catalog.class).listSnapshots(kept.model().id()))
                .hasSize(1);
    }

    @Test
    void theHubsModelOfThatNameStaysAsTheHubShowedIt() throws IOException {
        hub("both", "b", "license: other\nlicense_name: our-own-terms");
        var before = find("recorded", "both");
        cached("both", before.revision(), "license: apache-2.0");
        stored("both");
        assertThat(find("recorded", "both")).isEqualTo(before);
        assertThat(find(LocalCatalog.SOURCE, "both").revision()).isEqualTo("local:" + before.revision());
        assertThat(get(GATE.formatted("both"))).contains("\"revision\":\"" + before.revision());
        assertThat(get(GATE.formatted("both") + "&revision=" + before.revision()))
                .doesNotContain("apache-2.0")
                .doesNotContain("local:");
        assertThat(get("/api/v1/models?q=acme/both")).contains("\"source\":\"recorded\"", "\"source\":\"local\"");
    }

    @Test
    void aFolderIsNoBaseOfAModelOfTheHub() throws IOException {
        cached("base", "3".repeat(40), "license: apache-2.0");
        stored("base");
        cached("tuned", "4".repeat(40), "license: apache-2.0\nbase_model: acme/base");
        stored("tuned");
        assertThat(find(LocalCatalog.SOURCE, "tuned").conclusion().lineage().gaps())
                .isEmpty();
        hub("hub-tuned", "d", "license: apache-2.0\nbase_model: acme/base");
        assertThat(find("recorded", "hub-tuned").conclusion().lineage().gaps()).hasSize(1);
        // The Hub's own word about the base counts more, for what was imported before as well.
        hub("base", "e", "license: other\nlicense_name: our-own-terms");
        assertThat(find("recorded", "hub-tuned").conclusion().lineage().gaps()).isEmpty();
        assertThat(find(LocalCatalog.SOURCE, "tuned").conclusion().lineage().nodes())
                .anySatisfy(node -> assertThat(node.revision())
                        .isEqualTo(find("recorded", "base").revision()));
    }

    @Test
    void changedWeightsUnderAnUnchangedNameAreDrift() throws IOException {
        String commit = "5".repeat(40);
        cached("swapped", commit, "license: apache-2.0");
        long model = stored("swapped").kept().model().id();
        later();
        file("models--acme--swapped/snapshots/" + commit + "/pytorch_model.bin", "other weights");
        assertThat(stored("swapped").kept().isNew()).isTrue();
        assertThat(count("drift WHERE model_id = ? AND kind = 'weights'", model))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoModelIsSkippedAndWritesNothing() throws IOException {
        long before = count("audit_entry");
        file("empty/notes.txt", "nothing");
        assertThat(take(LocalRequest.of(machine.resolve("nowhere"))))
                .isInstanceOfSatisfying(
                        FolderImport.Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo(LocalResult.Reason.NOT_FOUND));
        assertThat(take(LocalRequest.of(machine.resolve("empty"))))
                .isInstanceOfSatisfying(
                        FolderImport.Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo(LocalResult.Reason.NAME_NEEDED));
        assertThat(count("audit_entry")).isEqualTo(before);
    }
}
