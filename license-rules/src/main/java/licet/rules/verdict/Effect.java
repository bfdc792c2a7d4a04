package licet.rules.verdict;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;
import licet.rules.license.Clause;

/**
 * What a license text does to one use, without the text's name: two versions with the same effect need not be told apart.
 *
 * @param parts everything that refuses, asks or obliges
 */
record Effect(Set<Part> parts) {

    /** @param what clause or act, {@code outcome} what the finding says of it */
    private record Part(String what, String outcome, Set<String> questions) {}

    static Effect of(List<Finding> findings) {
        return new Effect(findings.stream()
                .filter(finding -> !(finding instanceof Finding.Satisfied))
                .map(Effect::part)
                .collect(Collectors.toSet()));
    }

    private static Part part(Finding finding) {
        return switch (finding) {
            case Finding.Satisfied satisfied -> new Part(what(satisfied), "satisfied", Set.of());
            case Finding.Noted noted -> new Part(what(noted), "noted", Set.of());
            case Finding.Violated violated ->
                new Part(what(finding), "violated " + Ids.of(violated.remedy()), Set.of());
            case Finding.Needs needs ->
                new Part(what(finding), "needs " + Ids.of(needs.need()), ids(needs.questions()));
            case Finding.Obliges obliges ->
                new Part(
                        what(finding),
                        "obliges " + Ids.of(obliges.duty()) + " "
                                + obliges.because().arguments().getLast() + itself(obliges),
                        ids(obliges.questions()));
            case Finding.Waived waived -> part(waived.lifted());
        };
    }

    /** Whoever has to pass something on under the same license has to under that very text. */
    private static String itself(Finding.Obliges obliges) {
        return obliges.duty() == Clause.Duty.Kind.SAME_LICENSE && obliges.subject() instanceof Subject.OfClause clause
                ? " " + clause.license()
                : "";
    }

    private static Set<String> ids(Set<Question> questions) {
        return questions.stream().map(Question::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String what(Finding finding) {
        return switch (finding.subject()) {
            case Subject.OfClause clause -> clause.clause();
            case Subject.OfGrant grant -> "grant " + Ids.of(grant.act());
            case Subject.OfIdentification found -> found.id();
            case Subject.OfUsePolicy policy -> policy.id();
            case Subject.OfLineage lineage -> lineage.id();
            case Subject.OfPolicy policy -> policy.id();
        };
    }
}
