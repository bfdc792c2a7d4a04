package licet.registry.clearing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import licet.registry.platform.ClosedChoice;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ordered;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Relation;

/** What a clearing says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Concluded.License.class, name = "license"),
    @JsonSubTypes.Type(value = Concluded.Lineage.class, name = "lineage"),
    @JsonSubTypes.Type(value = Concluded.Terms.class, name = "terms")
})
public sealed interface Concluded {
    enum Kind implements ClosedChoice {
        LICENSE("license"),
        LINEAGE("lineage"),
        TERMS("terms");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    default Kind kind() {
        return switch (this) {
            case License _ -> Kind.LICENSE;
            case Lineage _ -> Kind.LINEAGE;
            case Terms _ -> Kind.TERMS;
        };
    }

    /** Under which text each of these artifacts stands. */
    record License(Map<Artifact, LicenseKey> licenses) implements Concluded {
        public License {
            licenses = java.util.Collections.unmodifiableMap(new TreeMap<>(licenses));
        }
    }

    /**
     * Where a model comes from.
     *
     * @param parents none: from no other model
     * @param hints identities of the hints that this answers; any other one stays open
     */
    record Lineage(List<Origin> parents, Set<String> hints) implements Concluded {
        public Lineage {
            parents = List.copyOf(parents);
            hints = Ordered.copy(hints);
        }
    }

    /** @param revision of the parent from which the model was made, where that is known */
    record Origin(ModelId model, Relation relation, Optional<String> revision) {}

    /**
     * The terms that were judged are all that bind, for these subjects of findings alone.
     *
     * @param evidence identities of the evidence behind the finding
     */
    record Terms(Set<String> subjects, Set<String> evidence) implements Concluded {
        public Terms {
            subjects = Ordered.copy(subjects);
            evidence = Ordered.copy(evidence);
        }
    }
}
