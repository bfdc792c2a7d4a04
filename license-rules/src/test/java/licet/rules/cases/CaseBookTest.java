package licet.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.explain.VerdictDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The case book: one file, one case, one verdict. */
class CaseBookTest {
    static Stream<String> files() {
        return CaseFiles.names("/cases").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Tag("one-by-one")
    void the_case_comes_out_as_written(String file) {
        check(file);
    }

    static void check(String file) {
        var legal = CaseReader.parse(file, CaseFiles.read("/cases/" + file));
        var document = Judge.document(legal, Judge.verdict(legal));
        var wrong = new Differences(legal.expected(), document).all();
        assertThat(wrong)
                .withFailMessage(() -> "%s%n%n%s%n%n%s"
                        .formatted(legal.title(), String.join("\n", wrong), ReadableVerdict.of(document)))
                .isEmpty();
    }

    @Test
    void the_book_is_large_and_numbered() {
        var names = files().toList();
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(120)
                .allMatch(name -> name.matches("[A-N]\\d\\d[a-z]?-[a-z0-9-]+\\.yaml"));
        assertThat(names.stream().map(name -> name.substring(0, name.indexOf('-'))))
                .doesNotHaveDuplicates();
    }

    /** Holds what came out against what was expected; an empty list means that they agree. */
    private record Differences(LegalCase.Expected expected, VerdictDocument document) {
        List<String> all() {
            var wrong = new ArrayList<String>();
            same(wrong, "verdict", expected.verdict(), document.verdict());
            same(wrong, "reasons for DENY", expected.deny(), reasons("DENY"));
            same(wrong, "reasons for NEEDS", expected.needs(), reasons("NEEDS"));
            same(wrong, "waived", expected.waived(), reasons("WAIVED"));
            same(wrong, "questions", expected.questions(), questions());
            expected.duties().ifPresent(ids -> same(wrong, "duties", ids, duties(document.obligations())));
            expected.conditional()
                    .ifPresent(
                            ids -> same(wrong, "conditional duties", ids, duties(document.conditionalObligations())));
            expected.satisfied().stream()
                    .filter(id -> !reasons("NOTE").contains(id))
                    .forEach(id -> wrong.add("not satisfied: " + id));
            expected.silent().stream().filter(this::speaksOf).forEach(id -> wrong.add("must not be judged: " + id));
            expected.validUntil().ifPresent(day -> same(wrong, "valid until", day, validUntil()));
            expected.sentence().ifPresent(text -> same(wrong, "sentence", text, document.sentence()));
            expected.texts().forEach((id, text) -> oneOf(wrong, "text of " + id, text, texts(id)));
            expected.displays().forEach((id, text) -> oneOf(wrong, "display of " + id, text, displays(id)));
            expected.evidence().forEach((id, line) -> oneOf(wrong, "evidence of " + id, line, evidence(id)));
            expected.whose().forEach((id, whose) -> oneOf(wrong, "breach of " + id, whose, whose(id)));
            return wrong;
        }

        private static void same(List<String> wrong, String what, Object expected, Object actual) {
            if (!expected.equals(actual)) {
                wrong.add("%s: expected %s, but came out as %s".formatted(what, expected, actual));
            }
        }

        private static void oneOf(List<String> wrong, String what, String expected, List<String> actual) {
            if (!actual.contains(expected)) {
                wrong.add("%s: expected '%s' among %s".formatted(what, expected, actual));
            }
        }

        private Set<String> reasons(String effect) {
            var ids = new TreeSet<String>();
            document.reasons().stream()
                    .filter(reason -> reason.effect().equals(effect))
                    .forEach(reason -> ids.add(reason.id()));
            return ids;
        }

        private Set<String> questions() {
            var ids = new TreeSet<String>();
            document.questions().forEach(asked -> ids.add(asked.id()));
            return ids;
        }

        private static Set<String> duties(List<VerdictDocument.Duty> duties) {
            var ids = new TreeSet<String>();
            duties.forEach(duty -> ids.add(duty.id()));
            return ids;
        }

        private Stream<VerdictDocument.Duty> duties() {
            return Stream.concat(document.obligations().stream(), document.conditionalObligations().stream());
        }

        private boolean speaksOf(String id) {
            return document.reasons().stream().anyMatch(reason -> reason.id().equals(id))
                    || duties().anyMatch(duty -> duty.id().equals(id));
        }

        private String validUntil() {
            return document.validUntil()
                    .map(instant -> instant.toString().replace("T00:00:00Z", ""))
                    .orElse("none");
        }

        private Stream<VerdictDocument.Reason> named(String id) {
            return document.reasons().stream().filter(reason -> reason.id().equals(id));
        }

        private List<String> texts(String id) {
            return Stream.concat(
                            named(id).map(VerdictDocument.Reason::text),
                            duties().filter(duty -> duty.id().equals(id)).map(VerdictDocument.Duty::text))
                    .toList();
        }

        private List<String> displays(String id) {
            return duties().filter(duty -> duty.id().equals(id))
                    .map(VerdictDocument.Duty::display)
                    .flatMap(Optional::stream)
                    .toList();
        }

        private List<String> evidence(String id) {
            return named(id)
                    .flatMap(reason -> reason.evidence().stream())
                    .map(source -> source.model() + " " + source.file()
                            + source.line().map(line -> ":" + line).orElse(""))
                    .toList();
        }

        private List<String> whose(String id) {
            return named(id)
                    .map(VerdictDocument.Reason::whose)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
