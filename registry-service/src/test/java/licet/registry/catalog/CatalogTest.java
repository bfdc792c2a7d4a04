package licet.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.ingest.recorded.RecordedModels;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import licet.registry.decision.Verdicts;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.lineage.Profile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is on record stays right while the Hub changes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CatalogTest {
    private static final String BASE = "mistralai/base";
    private static final String CHILD = "Qwen/child";
    private static final String DISTILLED = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";

    private static TestRegistry registry;
    private static Catalog catalog;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled();
        catalog = registry.bean(Catalog.class);
    }

    /** The clock stands still, and no two readings of a model are made in the same moment. */
    @BeforeEach
    void later() {
        registry.clock().advance(java.time.Duration.ofMinutes(1));
        push(base(1, "license: apache-2.0", "A base."));
        push(RecordedRepository.of(CHILD, "c".repeat(24), "license: apache-2.0\nbase_model: " + BASE, "Made from it.")
                .withFact("createdAt", "2026-01-01T00:00:00.000Z"));
    }

    /** Pushed in a month of 2025, before the child was made. */
    private static RecordedModel base(int month, String frontMatter, String prose) {
        return RecordedRepository.of(BASE, "b".repeat(24), frontMatter, prose)
                .withFact("lastModified", "2025-%02d-01T00:00:00.000Z".formatted(month));
    }

    private static void push(RecordedModel model) {
        change(models -> models.with(model));
    }

    private static void change(UnaryOperator<RecordedModels> change) {
        registry.bean(RecordedHub.class).change(change);
    }

    private static Ingest.Report read(String... models) {
        registry.clock().advance(java.time.Duration.ofMinutes(1));
        return registry.bean(Ingest.class)
                .run(java.util.Arrays.stream(models).map(RepoId::parse).toList(), IngestProgress.SILENT);
    }

    private static Catalog.Judged find(String model) {
        return catalog.find(new ModelId(model), Optional.empty()).orElseThrow();
    }

    private static List<String> answers(String model) {
        return registry.bean(Verdicts.class).all(find(model), true).stream()
                .map(VerdictDocument::verdict)
                .toList();
    }

    private static ModelSnapshot snapshot(String model) {
        return switch (registry.bean(SnapshotAssembler.class).fetch(RepoId.parse(model), Revision.MAIN)) {
            case SnapshotResult.Taken(var snapshot) -> snapshot;
            case SnapshotResult other -> throw new AssertionError(other.toString());
        };
    }

    private static long count(String what, Object... arguments) {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) AS n FROM " + what, row -> row.getLong("n"), arguments));
    }

    private static long rows() {
        return count("snapshot") + count("conclusion") + count("blob") + count("model_name") + count("lineage_edge");
    }

    @Test
    void readingTheSameAgainMakesNoNewRow() {
        read(BASE, CHILD);
        long before = rows();
        long entries = count("audit_entry");
        assertThat(read(BASE, CHILD).news()).isZero();
        assertThat(rows()).isEqualTo(before);
        assertThat(count("audit_entry")).as("one entry a batch").isEqualTo(entries + 1);
    }

    @Test
    void aChangedLicenseIsANewSnapshotAndReachesWhatWasMadeFromIt() {
        read(BASE, CHILD);
        assertThat(answers(CHILD)).contains("ALLOW");
        long conclusions = count("conclusion");
        push(base(2, "license: other\nlicense_name: our-own-terms", "A base under terms of its own."));
        assertThat(read(BASE).news()).isEqualTo(1);
        assertThat(catalog.listSnapshots(find(BASE).id())).hasSizeGreaterThanOrEqualTo(2);
        assertThat(count("conclusion")).isGreaterThanOrEqualTo(conclusions + 2);
        assertThat(answers(CHILD)).doesNotContain("ALLOW");
        push(base(3, "license: apache-2.0", "A base as it was."));
        read(BASE);
        assertThat(answers(CHILD)).as("after the license came back").contains("ALLOW");
        assertThat(catalog.find(new ModelId(CHILD), Optional.of(find(CHILD).revision()))
                        .orElseThrow()
                        .conclusion())
                .as("asked for by commit")
                .isEqualTo(find(CHILD).conclusion());
    }

    @Test
    void aRenamedRepositoryKeepsItsIdAndHistory() {
        push(RecordedRepository.of("acme/old-name", "d".repeat(24), "license: mit", "Moves soon."));
        read("acme/old-name");
        long id = find("acme/old-name").id();
        change(models -> models.rename(RepoId.parse("acme/old-name"), RepoId.parse("acme/new-name")));
        read("acme/old-name");
        assertThat(find("acme/new-name").id()).isEqualTo(id);
        assertThat(catalog.find(new ModelId("acme/old-name"), Optional.empty())).isEmpty();
        assertThat(count("model_name WHERE model_id = ?", id)).isEqualTo(2);
        assertThat(count("model_name WHERE model_id = ? AND seen_to IS NULL", id))
                .isEqualTo(1);
    }

    @Test
    void aFreedNameThatAnotherTakesIsAnotherModel() {
        push(RecordedRepository.of("acme/wanted-name", "e".repeat(24), "license: mit", "The first."));
        read("acme/wanted-name");
        long first = find("acme/wanted-name").id();
        push(RecordedRepository.of("acme/wanted-name", "f".repeat(24), "license: apache-2.0", "The second."));
        read("acme/wanted-name");
        assertThat(find("acme/wanted-name").id()).isNotEqualTo(first);
        assertThat(catalog.listSnapshots(first)).hasSize(1);
        assertThat(count("model WHERE id = ? AND name_lost_at IS NOT NULL", first))
                .isEqualTo(1);
        assertThat(count("model_name WHERE model_id = ? AND seen_to IS NULL", first))
                .isZero();
    }

    @Test
    void anOlderRevisionThatSomebodyAskedForNeverStandsForTheModel() {
        var older = snapshot(BASE);
        push(RecordedRepository.of(BASE, "b".repeat(24), "license: other\nlicense_name: our-own-terms", "Changed."));
        var newest = snapshot(BASE);
        catalog.store(List.of(newest), List.of());
        catalog.store(List.of(), List.of(older));
        String asked = older.identity().commit().orElseThrow();
        assertThat(find(BASE).revision()).isEqualTo(newest.identity().commit().orElseThrow());
        assertThat(catalog.find(new ModelId(BASE), Optional.of(asked)))
                .hasValueSatisfying(found -> assertThat(found.revision()).isEqualTo(asked));
    }

    @Test
    void conclusionsOfOtherKnowledgeAreMadeAgain() throws Exception {
        read(BASE);
        try (var connection = registry.database().admin().connect();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO knowledge (digest, engine_version, body_sha256, recorded_at, active)"
                    + " SELECT 'older', engine_version, body_sha256, recorded_at, false FROM knowledge"
                    + " WHERE active ON CONFLICT DO NOTHING");
            statement.execute("UPDATE conclusion SET knowledge_digest = 'older'");
        }
        long models = count("model WHERE current_conclusion_id IS NOT NULL");
        assertThat((long) catalog.refresh()).isEqualTo(models);
        assertThat(count("model m JOIN conclusion c ON c.id = m.current_conclusion_id"
                        + " WHERE c.knowledge_digest = 'older'"))
                .isZero();
        assertThat(catalog.refresh()).isZero();
    }

    @Test
    void storesAtTheSameTimeMakeOneRow() throws Exception {
        push(RecordedRepository.of("acme/raced", "a1".repeat(12), "license: mit", "Read by two at once."));
        var snapshot = snapshot("acme/raced");
        int many = 4;
        var barrier = new CyclicBarrier(many);
        Callable<Integer> store = () -> {
            barrier.await(20, TimeUnit.SECONDS);
            return catalog.store(List.of(snapshot));
        };
        var news = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(many)) {
            for (Future<Integer> done : threads.invokeAll(java.util.Collections.nCopies(many, store))) {
                news.add(done.get(30, TimeUnit.SECONDS));
            }
        }
        assertThat(news).containsExactlyInAnyOrder(1, 0, 0, 0);
        assertThat(catalog.listSnapshots(find("acme/raced").id())).hasSize(1);
    }

    @Test
    void whatAnAncestorDoesNotDeclareIsUnknownForWhatIsMadeFromIt() {
        push(RecordedRepository.of(
                "acme/tuned", "a2".repeat(12), "license: mit\nbase_model: " + DISTILLED, "Tuned further."));
        read("acme/tuned");
        assertThat(find("acme/tuned").conclusion().profile().lineageGaps()).contains(Profile.LineageGap.UNDECLARED);
        assertThat(answers("acme/tuned")).doesNotContain("ALLOW");
    }
}
