package licet.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedFile;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.registry.decision.Verdicts;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.lineage.ModelEvidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file that an older model of somebody else has as well says where a model comes from. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EqualFilesTest {
    private static final String PERMISSIVE = "license: apache-2.0";

    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled();
    }

    /** A repository made on a day of 2026. */
    private static RecordedModel model(int day, String id, String frontMatter, RecordedFile... files) {
        var card = RecordedRepository.of(id, "%024x".formatted(id.hashCode() & 0xffff_ffffL), frontMatter, "A model.")
                .withFact("createdAt", "2026-01-01T00:00:00.000Z".replace("01-01", "01-%02d".formatted(day)));
        var all = new ArrayList<>(card.files());
        all.addAll(Arrays.asList(files));
        return new RecordedModel(card.id(), card.commit(), card.facts(), all);
    }

    private static RecordedFile large(String path, String seed) {
        return new RecordedFile(path, new RecordedFile.Content.Large(9_000_000, hash(seed)));
    }

    private static String hash(String seed) {
        return "%064x".formatted(seed.hashCode() & 0xffff_ffffL);
    }

    private static RecordedFile config(String seed) {
        return RecordedFile.of(
                "config.json", "{\"model_type\":\"unheard_of\",\"note\":\"%s\"}".formatted(seed.repeat(400)));
    }

    private static void push(RecordedModel... models) {
        registry.bean(RecordedHub.class).change(before -> {
            var all = before;
            for (var model : models) {
                all = all.with(model);
            }
            return all;
        });
    }

    private static void read(String... names) {
        registry.clock().advance(Duration.ofMinutes(1));
        registry.bean(Ingest.class).run(Arrays.stream(names).map(RepoId::parse).toList(), IngestProgress.SILENT);
    }

    private static Catalog.Judged find(String model) {
        return registry.bean(Catalog.class)
                .find(new ModelId(model), Optional.empty())
                .orElseThrow();
    }

    private static List<ModelEvidence.Hint> hints(String model) {
        return find(model).conclusion().lineage().undeclared();
    }

    private static List<String> named(String model) {
        return hints(model).stream()
                .map(hint -> hint.named().orElseThrow().value())
                .toList();
    }

    private static boolean allowed(String model) {
        return registry.bean(Verdicts.class).all(find(model), true).stream()
                .map(VerdictDocument::verdict)
                .anyMatch("ALLOW"::equals);
    }

    private static long conclusions() {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) AS n FROM conclusion", row -> row.getLong("n")));
    }

    @Test
    void aCopyOfWeightsNamesItsOriginalWithThePlace() {
        push(
                model(1, "mistralai/w-original", PERMISSIVE, large("model.safetensors", "w")),
                model(2, "Qwen/w-copy", PERMISSIVE, large("weights/part.safetensors", "w")));
        read("mistralai/w-original", "Qwen/w-copy");
        assertThat(hints("Qwen/w-copy")).singleElement().satisfies(hint -> {
            assertThat(hint.kind()).isEqualTo(ModelEvidence.Hint.Kind.EQUAL_HASH);
            assertThat(hint.named()).contains(new ModelId("mistralai/w-original"));
            assertThat(hint.at().model()).isEqualTo(new ModelId("Qwen/w-copy"));
            assertThat(hint.at().file()).isEqualTo("weights/part.safetensors");
            assertThat(hint.at().sha256()).contains(hash("w"));
            assertThat(hint.at().passage())
                    .contains("weights: same content as model.safetensors in mistralai/w-original");
        });
        assertThat(allowed("Qwen/w-copy")).isFalse();
        assertThat(hints("mistralai/w-original")).isEmpty();
        assertThat(allowed("mistralai/w-original")).isTrue();
        assertThat(registry.bean(Catalog.class)
                        .find(
                                new ModelId("Qwen/w-copy"),
                                Optional.of(find("Qwen/w-copy").revision()))
                        .orElseThrow()
                        .conclusion())
                .isEqualTo(find("Qwen/w-copy").conclusion());
    }

    @Test
    void anOriginalThatIsReadAfterItsCopyReachesTheCopyAndWhatWasMadeFromIt() {
        push(
                model(3, "mistralai/late", PERMISSIVE, large("tokenizer.json", "late")),
                model(4, "Qwen/early", PERMISSIVE, large("tokenizer.json", "late")),
                model(5, "Qwen/tuned", PERMISSIVE + "\nbase_model: Qwen/early"));
        read("Qwen/early", "Qwen/tuned");
        assertThat(allowed("Qwen/early")).isTrue();
        assertThat(allowed("Qwen/tuned")).isTrue();
        read("mistralai/late");
        assertThat(named("Qwen/early")).containsExactly("mistralai/late");
        assertThat(named("Qwen/tuned")).containsExactly("mistralai/late");
        assertThat(allowed("Qwen/early")).isFalse();
        assertThat(allowed("Qwen/tuned")).isFalse();
        assertThat(allowed("mistralai/late")).isTrue();
    }

    @Test
    void whatADeclaredBaseExplainsIsNoHint() {
        push(
                model(1, "mistralai/b-base", PERMISSIVE, large("tokenizer.json", "b"), config("b")),
                model(2, "Qwen/b-child", PERMISSIVE + "\nbase_model: mistralai/b-base", large("tokenizer.json", "b")),
                model(3, "Qwen/b-grandchild", PERMISSIVE + "\nbase_model: Qwen/b-child", config("b")));
        read("mistralai/b-base", "Qwen/b-child", "Qwen/b-grandchild");
        assertThat(hints("Qwen/b-child")).isEmpty();
        assertThat(hints("Qwen/b-grandchild")).isEmpty();
        assertThat(allowed("Qwen/b-grandchild")).isTrue();
    }

    @Test
    void modelsOfOneBaseShareWhatToolsWriteButNotTheirWeights() {
        String tuned = PERMISSIVE + "\nbase_model: mistralai/s-base";
        push(
                model(1, "mistralai/s-base", PERMISSIVE),
                model(2, "deepseek-ai/s-one", tuned, config("s"), large("model.safetensors", "s")),
                model(3, "Qwen/s-two", tuned, config("s")),
                model(4, "Qwen/s-copy", tuned, config("s"), large("model.safetensors", "s")));
        read("Qwen/s-copy", "Qwen/s-two", "deepseek-ai/s-one", "mistralai/s-base");
        assertThat(hints("Qwen/s-two")).isEmpty();
        assertThat(hints("deepseek-ai/s-one")).isEmpty();
        assertThat(hints("Qwen/s-copy"))
                .singleElement()
                .satisfies(hint -> assertThat(hint.at().file()).isEqualTo("model.safetensors"));
    }

    @Test
    void whatSaysNothingOfAnOriginIsNoHint() {
        push(
                model(
                        1,
                        "mistralai/small-things",
                        PERMISSIVE,
                        RecordedFile.of("config.json", "{\"model_type\":\"unheard_of\"}"),
                        new RecordedFile("scheduler.safetensors", new RecordedFile.Content.Large(1_064, hash("sch"))),
                        large("tokenizer/vocab.json", "part")),
                model(
                        2,
                        "Qwen/small-things",
                        PERMISSIVE,
                        RecordedFile.of("config.json", "{\"model_type\":\"unheard_of\"}"),
                        new RecordedFile("scheduler.safetensors", new RecordedFile.Content.Large(1_064, hash("sch"))),
                        large("tokenizer/vocab.json", "part")));
        read("mistralai/small-things", "Qwen/small-things");
        assertThat(hints("Qwen/small-things")).isEmpty();
        assertThat(allowed("Qwen/small-things")).isTrue();
    }

    @Test
    void aStrangersEarlierRepositoryPutsNoKnownDeveloperInDoubt() {
        push(
                model(1, "stranger/made-in-time", PERMISSIVE, large("model.safetensors", "k")),
                model(2, "mistralai/k-real", PERMISSIVE, large("model.safetensors", "k")),
                model(3, "mistralai/k-again", PERMISSIVE, large("model.safetensors", "k")),
                model(4, "other-stranger/k-copy", PERMISSIVE, large("model.safetensors", "k")));
        read("stranger/made-in-time", "mistralai/k-real", "mistralai/k-again", "other-stranger/k-copy");
        assertThat(hints("mistralai/k-real")).isEmpty();
        assertThat(hints("mistralai/k-again")).as("the developer's own").isEmpty();
        assertThat(named("other-stranger/k-copy")).containsExactly("stranger/made-in-time");
    }

    @Test
    void theOrderOfReadingChangesNothing() {
        var first = found("x", List.of(0, 1, 2, 3));
        assertThat(first).contains("owner-1/x <- mistralai/x", "owner-2/x <- mistralai/x", "owner-3/x <- mistralai/x");
        assertThat(found("y", List.of(3, 2, 1, 0))).isEqualTo(renamed(first, "y"));
        assertThat(found("z", List.of(2, 0, 3, 1))).isEqualTo(renamed(first, "z"));
    }

    private static List<String> renamed(List<String> lines, String name) {
        return lines.stream().map(line -> line.replace("/x", "/" + name)).toList();
    }

    /** Four models with a tokenizer in common, two of them with weights as well. */
    private static List<String> found(String name, List<Integer> order) {
        var owners = List.of("mistralai", "owner-1", "owner-2", "owner-3");
        var models = IntStream.range(0, 4)
                .mapToObj(i -> i < 2
                        ? model(10 + i, owners.get(i) + "/" + name, PERMISSIVE, large("tokenizer.json", name))
                        : model(
                                10 + i,
                                owners.get(i) + "/" + name,
                                PERMISSIVE,
                                large("tokenizer.json", name),
                                large("model.safetensors", name + name)))
                .toList();
        push(models.toArray(RecordedModel[]::new));
        order.forEach(i -> read(models.get(i).id().value()));
        return models.stream()
                .map(model -> model.id().value())
                .flatMap(model -> named(model).stream().map(origin -> model + " <- " + origin))
                .toList();
    }

    @Test
    void oneMoreHolderOfACommonFileMakesNoWorkForTheOthers() {
        int many = 60;
        var models = IntStream.rangeClosed(1, many)
                .mapToObj(
                        i -> model(20, "crowd-%02d/common".formatted(i), PERMISSIVE, large("tokenizer.json", "common")))
                .toArray(RecordedModel[]::new);
        push(model(19, "mistralai/common", PERMISSIVE, large("tokenizer.json", "common")));
        push(models);
        read("mistralai/common");
        read(Arrays.stream(models).limit(many - 1).map(m -> m.id().value()).toArray(String[]::new));
        long before = conclusions();
        read(models[many - 1].id().value());
        assertThat(conclusions() - before).isEqualTo(1);
        assertThat(named("crowd-%02d/common".formatted(many))).containsExactly("mistralai/common");
    }
}
