package licet.registry.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DriftsTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    private static final ModelFacts BEFORE = facts(Map.of());

    private static ModelFacts facts(Map<String, Object> other) {
        return new ModelFacts(
                text(other, "name", "acme/model"),
                list(other, "licenses", List.of("mit")),
                files(other, "texts", Map.of("LICENSE", Optional.of(ONE))),
                files(other, "weights", Map.of("model.safetensors", Optional.of(ONE))),
                list(other, "bases", List.of("finetune:acme/base")),
                text(other, "gated", "none"),
                other.containsKey("disabled"),
                other.containsKey("missing"));
    }

    private static String text(Map<String, Object> other, String field, String usual) {
        return (String) other.getOrDefault(field, usual);
    }

    @SuppressWarnings("unchecked")
    private static Optional<List<String>> list(Map<String, Object> other, String field, List<String> usual) {
        return Optional.of((List<String>) other.getOrDefault(field, usual));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Optional<String>>> files(
            Map<String, Object> other, String field, Map<String, Optional<String>> usual) {
        return Optional.of((Map<String, Optional<String>>) other.getOrDefault(field, usual));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("name", "acme/other", new Drift.Renamed("acme/model", "acme/other")),
                change("licenses", List.of("apache-2.0"), new Drift.LicenseTag(List.of("mit"), List.of("apache-2.0"))),
                change("licenses", List.of(), new Drift.LicenseTag(List.of("mit"), List.of())),
                change(
                        "texts",
                        Map.of("LICENSE", Optional.of(TWO)),
                        new Drift.LicenseText("LICENSE", Optional.of(ONE), Optional.of(TWO))),
                change("texts", Map.of(), new Drift.LicenseText("LICENSE", Optional.of(ONE), Optional.empty())),
                change(
                        "texts",
                        Map.of("LICENSE", Optional.of(ONE), "NOTICE", Optional.of(TWO)),
                        new Drift.LicenseText("NOTICE", Optional.empty(), Optional.of(TWO))),
                change(
                        "weights",
                        Map.of("model.safetensors", Optional.of(TWO)),
                        new Drift.Weights("model.safetensors", ONE, TWO)),
                change(
                        "bases",
                        List.of("merge:acme/base"),
                        new Drift.BaseModel(List.of("finetune:acme/base"), List.of("merge:acme/base"))),
                change("gated", "manual", new Drift.Gated("none", "manual")),
                change("disabled", true, new Drift.Disabled(true)),
                change("missing", true, new Drift.Gone()));
    }

    private static Arguments change(String field, Object value, Drift expected) {
        return Arguments.of(field, value, expected);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneChangeIsOneDriftAndItsWayBackAnother(String field, Object value, Drift expected) {
        var after = facts(Map.of(field, value));
        assertThat(Drifts.between(BEFORE, after)).containsExactly(expected);
        assertThat(Drifts.between(after, BEFORE)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theStoredFormSaysTheSame(String field, Object value, Drift expected) {
        assertThat(DriftForm.of(expected).parse()).isEqualTo(expected);
    }

    static Stream<Map<String, Object>> noChanges() {
        return Stream.of(
                Map.of(),
                Map.of("licenses", List.of("mit", "mit")),
                Map.of("gated", "unknown"),
                Map.of("texts", Map.of("LICENSE", Optional.empty())),
                Map.of("weights", Map.of("model.safetensors", Optional.empty())),
                Map.of("weights", Map.of("model.safetensors", Optional.of(ONE), "new.safetensors", Optional.of(TWO))),
                Map.of("weights", Map.of("renamed.safetensors", Optional.of(TWO))));
    }

    @ParameterizedTest
    @MethodSource("noChanges")
    void whatWasNotSeenOrIsTheSameIsNoDrift(Map<String, Object> other) {
        assertThat(Drifts.between(BEFORE, facts(other))).isEmpty();
        assertThat(Drifts.between(facts(other), BEFORE)).isEmpty();
    }

    @Test
    void aLookThatSawLessIsComparedInWhatItSaw() {
        var less = new ModelFacts(
                "acme/model",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "auto",
                false,
                false);
        assertThat(Drifts.between(BEFORE, less)).containsExactly(new Drift.Gated("none", "auto"));
    }

    @Test
    void everyKindHasAStoredForm() {
        UnaryOperator<Drift> around = drift -> DriftForm.of(drift).parse();
        var all = List.of(
                new Drift.Unlisted(), new Drift.Returned(), new Drift.NewMember(new UUID(1, 2)), new Drift.Gone());
        assertThat(all).allSatisfy(drift -> assertThat(around.apply(drift)).isEqualTo(drift));
    }
}
