package licet.registry.bom;

import java.util.List;
import java.util.Optional;
import licet.registry.decision.ModelDetail;
import licet.rules.explain.VerdictDocument;

/**
 * What one model contributes to a bill of materials.
 *
 * @param concluded expression of SPDX; empty where the license is not settled
 * @param declared what card, tags and files say, each once
 * @param datasets as the card names them
 * @param verdict for the deployment that the document is about
 */
public record ModelBom(
        ModelDetail detail,
        Optional<String> concluded,
        List<Declared> declared,
        List<String> datasets,
        Optional<VerdictDocument> verdict) {
    private static final String COMMIT = "[0-9a-f]{40}";

    public ModelBom {
        declared = List.copyOf(declared);
        datasets = List.copyOf(datasets);
    }

    /**
     * What a source says of the license.
     *
     * @param url where it says it
     */
    public record Declared(String name, String source, Optional<String> url) {}

    String name() {
        return detail.model().substring(detail.model().indexOf('/') + 1);
    }

    String owner() {
        return detail.model().contains("/")
                ? detail.model().substring(0, detail.model().indexOf('/'))
                : "";
    }

    Optional<String> commit() {
        return Optional.of(detail.revision()).filter(revision -> revision.matches(COMMIT));
    }

    /** Package URL; it names the commit, never a branch. */
    String purl() {
        return HubPurl.of(detail.model(), commit());
    }
}
