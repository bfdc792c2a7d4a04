package licet.registry.compare;

import java.util.Optional;
import licet.registry.catalog.OnHub;
import licet.registry.decision.ModelPage;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;

/**
 * What stands for a model that is compared.
 *
 * @param row as lists show the model, at its newest revision
 * @param read false where nothing of it was read: it is only listed or stated
 * @param conclusion at the revision that was asked for
 */
record Subject(
        AskedModel asked,
        ModelPage.Row row,
        OnHub onHub,
        ModelId model,
        String revision,
        boolean read,
        Conclusion conclusion) {

    /** Two columns with the same key would show the same. */
    String key() {
        return row.source() + " " + row.id() + " " + revision;
    }

    boolean isStated() {
        return row.tier().equals("stated");
    }

    Optional<Profile.Term> weights() {
        return conclusion.profile().terms().stream()
                .filter(term -> term.path().equals("self") && term.artifact() == Artifact.WEIGHTS)
                .findFirst();
    }
}
