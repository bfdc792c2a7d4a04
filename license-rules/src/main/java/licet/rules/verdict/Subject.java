package licet.rules.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Citation;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;

/** What a finding is about. Its id is stable: instruments and pipelines name findings by it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "about")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Subject.OfClause.class, name = "clause"),
    @JsonSubTypes.Type(value = Subject.OfGrant.class, name = "grant"),
    @JsonSubTypes.Type(value = Subject.OfIdentification.class, name = "identification"),
    @JsonSubTypes.Type(value = Subject.OfUsePolicy.class, name = "use-policy"),
    @JsonSubTypes.Type(value = Subject.OfLineage.class, name = "lineage"),
    @JsonSubTypes.Type(value = Subject.OfPolicy.class, name = "policy")
})
public sealed interface Subject {
    String id();

    /** Role of the evidence that stands behind the finding, for {@code Bindings}. */
    String role();

    /** A clause of a license, or of its use policy, at one node. */
    record OfClause(String path, Artifact artifact, LicenseKey license, String clause, Citation citation)
            implements Subject {
        /** Node and clause tell subjects apart well enough. */
        @Override
        public int hashCode() {
            return 31 * path.hashCode() + clause.hashCode();
        }

        @Override
        public String id() {
            return citation.document() + "/" + clause;
        }

        @Override
        public String role() {
            return path + "/" + Ids.of(artifact) + "/" + license;
        }
    }

    record OfGrant(String path, Artifact artifact, LicenseKey license, Act act, Citation citation) implements Subject {
        @Override
        public String id() {
            return license + "/grant/" + Ids.of(act);
        }

        @Override
        public String role() {
            return path + "/" + Ids.of(artifact) + "/" + license;
        }
    }

    /** @param judged whether the terms of the only text that it can be were judged beside it */
    record OfIdentification(String path, Artifact artifact, Profile.State state, boolean judged) implements Subject {
        @Override
        public String id() {
            return "identification/" + path + "/" + Ids.of(artifact) + "/" + Ids.of(state);
        }

        @Override
        public String role() {
            return path + "/" + Ids.of(artifact);
        }
    }

    /** A use policy that lies beside the license of an artifact and whose terms are not known. */
    record OfUsePolicy(String path, Artifact artifact, Profile.PolicyGap gap) implements Subject {
        @Override
        public String id() {
            return "use-policy/" + path + "/" + Ids.of(artifact) + "/" + Ids.of(gap);
        }

        @Override
        public String role() {
            return path + "/" + Ids.of(artifact);
        }
    }

    record OfLineage(Kind kind) implements Subject {
        public enum Kind {
            UNDECLARED,
            PARENT_NOT_READ,
            CYCLE,
            TOO_DEEP,
            /** The model claims more permissive terms than its base. */
            RELAXES_BASE
        }

        @Override
        public String id() {
            return "lineage/" + Ids.of(kind);
        }

        @Override
        public String role() {
            return id();
        }
    }

    record OfPolicy(String policy, int version, String rule, String topic) implements Subject {
        @Override
        public String id() {
            return "policy/" + policy + "/" + rule;
        }

        @Override
        public String role() {
            return "policy/" + topic;
        }
    }
}
