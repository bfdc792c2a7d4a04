package licet.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Lineage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A base binds what was made from it by the license that stood when it was made. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BasePastTest {
    private static TestRegistry registry;
    private static Catalog catalog;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart();
        catalog = registry.bean(Catalog.class);
        registry.bean(ActiveKnowledge.class).activate();
    }

    /** Pushes to a base on the first of a month of 2025. */
    private static RecordedModel base(String id, int month, String license) {
        return RecordedRepository.of(id, objectId(id), "license: " + license, "A base.")
                .withFact("createdAt", "2025-01-01T08:00:00.000Z")
                .withFact("lastModified", "2025-%02d-01T08:00:00.000Z".formatted(month));
    }

    /** Nobody without access is given the log of such a base. */
    private static RecordedModel closed(String id, int month, String license) {
        return base(id, month, license).withFact("gated", "auto");
    }

    private static RecordedModel undated(String id, String base) {
        return RecordedRepository.of(id, objectId(id), "license: apache-2.0\nbase_model: " + base, "Made from it.");
    }

    private static RecordedModel child(String id, String base, int month) {
        return undated(id, base)
                .withFact("createdAt", "2025-%02d-15T08:00:00.000Z".formatted(month))
                .withFact("lastModified", "2025-12-01T08:00:00.000Z");
    }

    private static String objectId(String id) {
        return "%024x".formatted(id.hashCode() & 0xffff_ffffL);
    }

    private static void push(RecordedModel model) {
        registry.bean(RecordedHub.class).change(models -> models.with(model));
    }

    private static void read(String... models) {
        registry.clock().advance(java.time.Duration.ofMinutes(1));
        registry.bean(Ingest.class)
                .run(java.util.Arrays.stream(models).map(RepoId::parse).toList(), IngestProgress.SILENT);
    }

    private static Lineage lineage(String model) {
        return catalog.find(new ModelId(model), Optional.empty())
                .orElseThrow()
                .conclusion()
                .lineage();
    }

    /** Licenses under which the base of a model can stand for it. */
    private static List<String> binding(String model) {
        return lineage(model).nodes().get(1).identifications().get(Artifact.WEIGHTS).candidates().stream()
                .map(license -> license.value())
                .toList();
    }

    @Test
    void eachDerivativeIsBoundByTheTextOfItsTime() {
        push(closed("mistralai/moves", 2, "apache-2.0"));
        read("mistralai/moves");
        String first = catalog.find(new ModelId("mistralai/moves"), Optional.empty())
                .orElseThrow()
                .revision();
        push(child("Qwen/early", "mistralai/moves", 1));
        push(child("Qwen/between", "mistralai/moves", 3));
        push(child("Qwen/late", "mistralai/moves", 7));
        push(undated("Qwen/undated", "mistralai/moves"));
        push(child("Qwen/named", "https://huggingface.co/mistralai/moves/tree/" + first, 7));
        push(child("Qwen/elsewhere", "https://huggingface.co/mistralai/moves/tree/" + "e".repeat(40), 7));
        read("Qwen/early", "Qwen/between", "Qwen/late", "Qwen/undated", "Qwen/named", "Qwen/elsewhere");
        assertThat(binding("Qwen/late")).containsExactly("apache-2.0");

        push(closed("mistralai/moves", 6, "mit"));
        read("mistralai/moves");
        assertThat(binding("Qwen/early")).containsExactly("apache-2.0");
        assertThat(binding("Qwen/between"))
                .as("nobody says when it changed between the two readings")
                .containsExactly("apache-2.0", "mit");
        assertThat(binding("Qwen/late")).containsExactly("mit");
        assertThat(binding("Qwen/undated")).containsExactly("apache-2.0", "mit");
        assertThat(binding("Qwen/named")).containsExactly("apache-2.0");
        assertThat(lineage("Qwen/elsewhere").gaps())
                .extracting(gap -> gap.parent().value())
                .containsExactly("mistralai/moves");
    }

    @Test
    void whatStoodBeforeTheFirstReadingIsReadFromThePast() {
        var first = base("mistralai/past", 2, "apache-2.0");
        var second = base("mistralai/past", 6, "mit").after(first);
        var third = base("mistralai/past", 9, "mit")
                .withFile("NEWS.txt", "Nothing about licenses.")
                .after(second);
        push(third);
        push(child("Qwen/oldest", "mistralai/past", 1));
        push(child("Qwen/old", "mistralai/past", 3));
        push(child("Qwen/newer", "mistralai/past", 7));
        push(child("Qwen/newest", "mistralai/past", 10));
        push(undated("Qwen/unknown", "mistralai/past"));
        read("Qwen/newest");
        assertThat(snapshots("mistralai/past")).as("no derivative is older").isEqualTo(1);
        read("Qwen/newer", "Qwen/old", "Qwen/oldest", "Qwen/unknown");
        assertThat(binding("Qwen/oldest")).containsExactly("apache-2.0");
        assertThat(binding("Qwen/old")).containsExactly("apache-2.0");
        assertThat(binding("Qwen/newer")).containsExactly("mit");
        assertThat(binding("Qwen/newest")).containsExactly("mit");
        assertThat(binding("Qwen/unknown")).as("asks").containsExactly("apache-2.0", "mit");
        assertThat(catalog.find(new ModelId("mistralai/past"), Optional.empty()))
                .hasValueSatisfying(now -> assertThat(now.revision()).isEqualTo(third.commit()));
    }

    @Test
    void aRevisionThatADerivativeNamesIsRead() {
        var first = base("mistralai/named", 2, "apache-2.0");
        push(base("mistralai/named", 6, "mit").after(first));
        String address = "https://huggingface.co/mistralai/named/tree/";
        push(child("Qwen/of-first", address + first.commit(), 7));
        push(child("Qwen/of-none", address + "e".repeat(40), 7));
        read("Qwen/of-first", "Qwen/of-none");
        assertThat(binding("Qwen/of-first")).containsExactly("apache-2.0");
        assertThat(lineage("Qwen/of-none").gaps()).hasSize(1);
    }

    @Test
    void aReadingOfThePastThatFailsIsMadeAgain() {
        var first = base("mistralai/torn", 2, "apache-2.0");
        push(base("mistralai/torn", 6, "mit").after(first));
        push(child("Qwen/torn", "mistralai/torn", 3));
        var snapshot = registry.bean(licet.ingest.snapshot.SnapshotAssembler.class);
        catalog.store(java.util.stream.Stream.of("mistralai/torn", "Qwen/torn")
                .map(id -> switch (snapshot.fetch(RepoId.parse(id), licet.ingest.hub.Revision.MAIN)) {
                    case licet.ingest.snapshot.SnapshotResult.Taken(var taken) -> taken;
                    case licet.ingest.snapshot.SnapshotResult other -> throw new AssertionError(other.toString());
                })
                .toList());
        assertThat(binding("Qwen/torn")).as("the process ended here").containsExactly("mit");
        read("mistralai/torn");
        assertThat(binding("Qwen/torn")).containsExactly("apache-2.0");
    }

    private static long snapshots(String model) {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM snapshot s JOIN model m ON m.id = s.model_id"
                                + " WHERE m.full_name_lower = lower(?)",
                        row -> row.getLong("n"),
                        model));
    }

    @Test
    void aPushThatLeavesTheLicenseAloneLeavesNothingOpen() {
        push(base("mistralai/keeps", 2, "apache-2.0"));
        push(child("Qwen/kept", "mistralai/keeps", 3));
        read("mistralai/keeps", "Qwen/kept");
        var before = lineage("Qwen/kept").nodes().get(1).identifications();
        push(base("mistralai/keeps", 6, "apache-2.0").withFile("NEWS.txt", "Nothing about licenses."));
        read("mistralai/keeps");
        assertThat(binding("Qwen/kept")).containsExactly("apache-2.0");
        assertThat(lineage("Qwen/kept").nodes().get(1).identifications().keySet())
                .isEqualTo(before.keySet());
    }

    @Test
    void severalBasesAreLookedUpTogether() {
        push(base("mistralai/one", 2, "apache-2.0"));
        push(base("mistralai/two", 2, "mit"));
        var points = registry.bean(Database.class).read(sql -> {
            read("mistralai/one", "mistralai/two");
            return BasePoints.find(
                    sql, catalog.source(), List.of(new ModelId("MistralAI/One"), new ModelId("mistralai/two")));
        });
        assertThat(points.keySet()).containsExactlyInAnyOrder("mistralai/one", "mistralai/two");
    }
}
