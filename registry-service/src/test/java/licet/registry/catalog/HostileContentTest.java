package licet.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.registry.decision.ModelDetails;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever strangers write into a repository is recorded whole, shown, and never a reason to allow anything. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HostileContentTest {
    private static final String LONG = IntStream.range(0, 15_000)
            .mapToObj(i -> Integer.toString(i * 7919, 36))
            .collect(Collectors.joining());
    private static final String SCRIPT = "<script>alert(1)</script>";

    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(java.util.Map.of("licet.watch", ""));
        registry.bean(FirstStart.class).run(IngestProgress.SILENT);
    }

    record Case(String name, RecordedModel model) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        var plain = repository(1, "license: other\nlicense_name: x", "Text.");
        return List.of(
                new Case("script in the card", repository(2, "license: \"" + SCRIPT + "\"", SCRIPT)),
                new Case("NUL in the front matter", repository(3, "license: \"a\\0b\"", "Based on Llama\0 3.")),
                new Case("NUL in the name of the base", repository(4, "license: mit\nbase_model: \"a\\0b/c\\0d\"", "")),
                new Case("NUL in the license text", plain.withFile("LICENSE", "MIT License\0\n\0Permission")),
                new Case("long license", repository(5, "license: " + LONG, "")),
                new Case("long license name", repository(6, "license: other\nlicense_name: " + LONG, "")),
                new Case("long base", repository(7, "license: mit\nbase_model: a/" + LONG, "")),
                new Case("long name of a file", plain.withFile(LONG.substring(0, 4000) + "/LICENSE", "Terms.")),
                new Case("path that leads out", plain.withFile("../../LICENSE", "Terms.")),
                new Case("half a character", repository(8, "license: \"\\ud800\"\nbase_model: \"x\\udfff\"", "")),
                new Case("SQL", repository(9, "license: \"'; DROP TABLE model; --\"\nbase_model: \"%_'\\\\\"", "")),
                new Case("ten thousand bases", repository(10, "license: mit\nbase_model:\n" + bases(), "")),
                new Case(
                        "ten thousand hints",
                        repository(
                                11,
                                "license: mit",
                                "Distilled from [a](https://huggingface.co/meta-llama/Llama-3.1-8B).\n"
                                        .repeat(10_000))));
    }

    private static String bases() {
        return IntStream.range(0, 10_000).mapToObj(i -> "- local/../" + i).collect(Collectors.joining("\n"));
    }

    private static RecordedModel repository(int number, String frontMatter, String prose) {
        return RecordedRepository.of("mistralai/hostile-" + number, "%024x".formatted(number), frontMatter, prose);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRecordedAndNeverAllowed(Case hostile) {
        String name = hostile.model().id().value();
        registry.clock().advance(java.time.Duration.ofMinutes(1));
        registry.bean(RecordedHub.class).change(models -> models.with(hostile.model()));
        var report = registry.bean(Ingest.class).run(List.of(hostile.model().id()), IngestProgress.SILENT);
        assertThat(report.taken()).as(report.toString()).isGreaterThanOrEqualTo(1);
        assertThat(registry.bean(Catalog.class).find(new ModelId(name), Optional.empty()))
                .hasValueSatisfying(found ->
                        assertThat(found.revision()).isEqualTo(hostile.model().commit()));
        var detail = registry.bean(ModelDetails.class).get(RepoId.parse(name), false, true);
        assertThat(detail.verdicts()).isNotEmpty().noneMatch(verdict -> verdict.permitted());
        var answer = registry.get("/api/v1/models/" + name, registry.token(Scope.READ));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }
}
