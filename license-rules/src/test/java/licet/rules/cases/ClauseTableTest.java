package licet.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.Corpus;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Traits;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Policy;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every clause of every license in three situations: one that does everything a license can speak of, one that does next
 * to nothing, and one of which nothing is known. The whole table is reviewed in {@code cases/clauses.tsv}, which
 * {@code -Dlicet.write=true} writes anew.
 */
class ClauseTableTest {
    private static final CompiledPolicy NO_RULES = CompiledPolicy.of(
            new Policy("none", 1, "No rules of its own", 92, List.of(), List.of()), CaseWorld.KNOWLEDGE);

    static List<License> licenses() {
        return List.copyOf(CaseWorld.KNOWLEDGE.licenses().licenses());
    }

    @ParameterizedTest
    @MethodSource("licenses")
    @Tag("one-by-one")
    void every_clause_comes_out_in_all_its_forms(License license) {
        assertThat(rows(license))
                .allSatisfy(row -> assertThat(row.isRight())
                        .as(
                                "%s: does everything %s, next to nothing %s, unknown %s",
                                row.id, row.all, row.least, row.open)
                        .isTrue());
    }

    @Test
    void the_table_was_reviewed() throws IOException {
        var table = licenses().stream()
                .flatMap(license -> rows(license).stream())
                .map(Row::written)
                .distinct()
                .sorted()
                .collect(Collectors.joining(
                        "\n", "clause\tkind\tsection\tdoes everything\tnext to nothing\tnothing known\n", "\n"));
        if (Boolean.getBoolean("licet.write")) {
            Files.writeString(Path.of("src/test/resources/cases/clauses.tsv"), table);
        }
        assertThat(Corpus.resource("/cases/clauses.tsv")).isEqualTo(table);
    }

    private record Row(String id, Clause clause, String all, String least, String open) {
        String written() {
            return String.join("\t", id, kind(), clause.head().citation().section(), all, least, open);
        }

        private String kind() {
            return clause.getClass()
                    .getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                    .toLowerCase(Locale.ROOT);
        }

        boolean isRight() {
            boolean always = alwaysApplies();
            return switch (clause) {
                case Clause.UsageCap cap ->
                    switch (cap.effect()) {
                        case NO_RIGHTS, TERMINATION, SEPARATE_AGREEMENT -> is("violated", "satisfied", "needs fact");
                        case DISPLAY_DUTY -> is("obliges", "satisfied", "conditional");
                        case UNCLEAR -> is("needs legal-position", "satisfied", "needs fact");
                    };
                case Clause.Territory _, Clause.OutputTraining _ -> is("violated", "satisfied", "needs fact");
                case Clause.AgreementGate _ -> is("violated", always ? "violated" : "satisfied", "needs fact");
                case Clause.PurposeLimit limit ->
                    is(
                            "violated",
                            "satisfied",
                            limit.purpose() == Clause.PurposeLimit.Purpose.NON_PRODUCTION ? open : "needs fact");
                case Clause.FieldOfUse field ->
                    is(
                            field.strength() == Clause.FieldOfUse.Strength.ABSOLUTE
                                    ? "violated"
                                    : "needs legal-position",
                            "satisfied",
                            "needs fact");
                case Clause.NamePrefix _ -> is("needs planned-name", "-", "needs planned-name");
                case Clause.Duty _ -> always ? is("obliges", "obliges", "obliges") : is("obliges", "-", "conditional");
                case Clause.Registration _ ->
                    is(
                            "needs registration",
                            always ? "needs registration" : "-",
                            always ? "needs registration" : "needs fact");
                case Clause.Ambiguity _ ->
                    is(
                            "needs legal-position",
                            always ? "needs legal-position" : "-",
                            always ? "needs legal-position" : "needs fact");
                case Clause.Term _ -> is("-", "-", "-");
            };
        }

        /** Nobody who does next to nothing is free of the clause. */
        private boolean alwaysApplies() {
            var scope = clause.head().scope();
            return scope.acts().isEmpty()
                    && scope.triggers().isEmpty()
                    && scope.businesses().isEmpty()
                    && !scope.exemptions().contains(licet.rules.license.Scope.Exemption.INTERNAL_USE)
                    && !scope.exemptions().contains(licet.rules.license.Scope.Exemption.EVALUATION);
        }

        private boolean is(String all, String least, String open) {
            return this.all.equals(all) && this.least.equals(least) && this.open.equals(open);
        }
    }

    private static List<Row> rows(License license) {
        var all = verdict(license, Situations.doesEverything(license));
        var least = verdict(license, Situations.NEXT_TO_NOTHING);
        var open = verdict(license, Situations.NOTHING_KNOWN);
        var rows = new ArrayList<Row>();
        for (var clause : CaseWorld.KNOWLEDGE.licenses().clausesOf(license)) {
            String id = clause.head().citation().document() + "/" + clause.id();
            rows.add(new Row(id, clause, form(all, id), form(least, id), form(open, id)));
        }
        return rows;
    }

    private static Verdict verdict(License license, Situations situation) {
        var assessment = CaseWorld.EVALUATOR.assess(
                profile(license), situation.deployment(), situation.organization(), NO_RULES, Situations.DAY);
        return Evaluator.conclude(
                assessment,
                List.of(),
                Conclusion.Bindings.NONE,
                Situations.DAY.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Profile profile(License license) {
        var terms = new TreeSet<Profile.Term>();
        terms.add(new Profile.Term(
                "self",
                Artifact.WEIGHTS,
                Profile.State.IDENTIFIED,
                new TreeSet<>(List.of(license.key())),
                Modality.IMAGE_TEXT,
                "sample-lab"));
        return new Profile(
                terms,
                new TreeSet<>(),
                "sample-lab",
                new TreeSet<>(List.of("sample-lab")),
                new TreeSet<>(List.of("US")),
                Traits.UNKNOWN);
    }

    private static String form(Verdict verdict, String clause) {
        return verdict.findings().stream()
                .map(Verdict.Cited::finding)
                .filter(finding -> finding.subject() instanceof Subject.OfClause subject
                        && subject.id().equals(clause))
                .map(ClauseTableTest::form)
                .findFirst()
                .orElse("-");
    }

    private static String form(Finding finding) {
        return switch (finding) {
            case Finding.Satisfied _ -> "satisfied";
            case Finding.Noted _ -> "noted";
            case Finding.Violated _ -> "violated";
            case Finding.Needs needs -> "needs " + Ids.of(needs.need());
            case Finding.Obliges obliges -> obliges.questions().isEmpty() ? "obliges" : "conditional";
            case Finding.Waived _ -> "waived";
        };
    }
}
