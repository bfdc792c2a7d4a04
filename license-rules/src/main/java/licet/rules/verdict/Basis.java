package licet.rules.verdict;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.evidence.EvidenceRef;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Conclusion;

/**
 * What people had before them when they decided on a model: a decision holds as long as all of it is the same. A later
 * day, another figure on the same side of its limit and what no reason speaks of change nothing.
 *
 * @param evidence by role the models on the way, the revision of the judged model, and the identity of each text
 * @param reasons every finding, of each version of a text that can bind, with the rule or clause, its version and the facts it stands on
 * @param use acts and places of the deployment
 * @param instruments ids of what lifted findings beside approvals
 */
public record Basis(
        SortedMap<String, List<String>> evidence,
        SortedSet<String> reasons,
        Reach.Use use,
        SortedSet<String> instruments) {
    public Basis {
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
        instruments = Collections.unmodifiableSortedSet(new TreeSet<>(instruments));
    }

    /** @param verdict under everything but approvals */
    static Basis of(Assessment assessment, Conclusion.Bindings bindings, Verdict verdict) {
        var evidence = new TreeMap<String, List<String>>();
        bindings.byRole().forEach((role, bound) -> evidence.put(role, cited(bound)));
        var reasons = assessment.everything().map(Basis::reason).collect(Collectors.toCollection(TreeSet::new));
        var instruments = verdict.findings().stream()
                .filter(cited -> cited.finding() instanceof Finding.Waived)
                .map(cited -> ((Finding.Waived) cited.finding()).instrument())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Basis(evidence, reasons, assessment.use(), instruments);
    }

    public String digest() {
        return CanonicalJson.digest(this);
    }

    /** An ancestor's new commit with the same texts is nothing new; the judged model is pinned to its revision. */
    private static List<String> cited(Conclusion.Bound bound) {
        var models = bound.via().stream().map(model -> "model " + model.value());
        var texts = bound.evidence().stream().map(ref -> bound.via().size() <= 1 ? own(ref) : ref.identity());
        return java.util.stream.Stream.concat(models, texts).distinct().sorted().toList();
    }

    private static String own(EvidenceRef ref) {
        return ref.revision() + " " + ref.identity();
    }

    /**
     * A finding as people had it before them.
     *
     * @param about clause, grant, rule or gap, with the version of its text or policy
     * @param finding what was found about it
     * @param because key of the sentence that says it
     * @param facts that it stands on, of figures only the side
     */
    public record Reason(String about, String finding, String because, List<String> facts) {
        public Reason {
            facts = List.copyOf(facts);
        }
    }

    /** The findings one by one, in the order of what they are about. */
    public List<Reason> findings() {
        return reasons.stream()
                .map(reason -> CanonicalJson.read(reason, Reason.class))
                .toList();
    }

    /** What is different in a later basis; empty where an approval of this one still holds. */
    public List<BasisChange> changesTo(Basis later) {
        return BasisChanges.between(this, later);
    }

    private static String reason(Finding finding) {
        return CanonicalJson.write(new Reason(
                about(finding.subject()),
                finding.getClass().getSimpleName(),
                finding.because().key(),
                finding.because().facts().stream().map(Basis::side).sorted().toList()));
    }

    /** With its version, so that another version of the same rule or text is something else. */
    private static String about(Subject subject) {
        return switch (subject) {
            case Subject.OfPolicy(var policy, var version, var rule, var _) -> policy + "/" + version + "/" + rule;
            case Subject.OfClause clause -> clause.role() + "/" + clause.id();
            case Subject.OfGrant grant -> grant.role() + "/" + grant.id();
            case Subject.OfIdentification found -> found.id();
            case Subject.OfUsePolicy policy -> policy.id();
            case Subject.OfLineage lineage -> lineage.id();
        };
    }

    /** Of a figure only the side on which it lies, which is all that a reason says of it too. */
    private static String side(Finding.FactUsed used) {
        return used.question().id() + " "
                + used.against()
                        .map(limit -> (used.above() ? "meets " : "below ") + limit)
                        .orElse(used.value());
    }
}
