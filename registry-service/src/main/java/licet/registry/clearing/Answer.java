package licet.registry.clearing;

import java.util.List;
import java.util.Map;
import licet.rules.evidence.Artifact;
import licet.rules.license.LicenseKey;

/** What somebody concludes about a case; which evidence it answers is read off the case itself. */
public sealed interface Answer {
    /** @param licenses the text of each artifact; those that are not named stay open */
    record Licenses(Map<Artifact, LicenseKey> licenses) implements Answer {
        public Licenses {
            licenses = Map.copyOf(licenses);
        }
    }

    /** @param parents none: from no other model */
    record Origins(List<Concluded.Origin> parents) implements Answer {
        public Origins {
            parents = List.copyOf(parents);
        }
    }

    /** The terms that were judged are all that bind. */
    record TermsStand() implements Answer {}
}
