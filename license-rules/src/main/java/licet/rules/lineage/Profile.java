package licet.rules.lineage;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;

/**
 * All that the rules may read about a model. Models with the same profile get the same assessment, so it holds neither
 * names nor hashes.
 *
 * @param countries countries of the developers in the lineage, {@code ??} where one is not known
 * @param developers developers in the lineage, the model's own included
 */
public record Profile(
        SortedSet<Term> terms,
        SortedSet<LineageGap> lineageGaps,
        String developer,
        SortedSet<String> developers,
        SortedSet<String> countries,
        Traits traits) {
    public Profile {
        terms = sorted(terms);
        lineageGaps = sorted(lineageGaps);
        developers = sorted(developers);
        countries = sorted(countries);
    }

    /**
     * Under which license, by which path, one kind of artifact of one node stands.
     *
     * @param policies use policies that lie beside a license which does not name them: their terms bind too
     * @param policyGaps what is not known of the use policies that lie there
     */
    public record Term(
            String path,
            Artifact artifact,
            State state,
            SortedSet<LicenseKey> candidates,
            Modality modality,
            String licensor,
            @JsonSetter(nulls = Nulls.AS_EMPTY) SortedSet<LicenseKey> policies,
            @JsonSetter(nulls = Nulls.AS_EMPTY) SortedSet<PolicyGap> policyGaps)
            implements Comparable<Term> {
        private static final String DISTILLED = Ids.of(Relation.DISTILLED);
        private static final String OUTPUTS = ">" + DISTILLED + ">";

        public Term {
            candidates = sorted(candidates);
            policies = sorted(policies);
            policyGaps = sorted(policyGaps);
        }

        public Term(
                String path,
                Artifact artifact,
                State state,
                SortedSet<LicenseKey> candidates,
                Modality modality,
                String licensor) {
            this(path, artifact, state, candidates, modality, licensor, new TreeSet<>(), new TreeSet<>());
        }

        /** Whether only outputs lead from this node to the model: somewhere on the way one was trained on them. */
        public boolean throughOutputs() {
            return path.contains(DISTILLED) && (">" + path + ">").contains(OUTPUTS);
        }

        @Override
        public int compareTo(Term other) {
            return sortKey().compareTo(other.sortKey());
        }

        private String sortKey() {
            return String.join(
                    "|",
                    path,
                    artifact.name(),
                    state.name(),
                    candidates.toString(),
                    modality.name(),
                    licensor,
                    policies.toString(),
                    policyGaps.toString());
        }
    }

    /** A use policy in the repository whose terms are not known. */
    public enum PolicyGap {
        UNREAD,
        /** Close to a known one, but not the same. */
        CHANGED,
        UNKNOWN
    }

    public enum State {
        IDENTIFIED,
        /** One of the candidates for sure, but it is not known which. */
        ONE_OF,
        CONFLICTING,
        UNRECOGNIZED,
        ABSENT,
        UNREAD
    }

    public enum LineageGap {
        /** Hints name an origin that no edge declares. */
        UNDECLARED,
        PARENT_NOT_READ,
        CYCLE,
        TOO_DEEP
    }

    private static <T extends Comparable<T>> SortedSet<T> sorted(SortedSet<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
