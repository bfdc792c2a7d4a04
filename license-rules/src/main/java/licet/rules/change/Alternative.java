package licet.rules.change;

import licet.rules.evidence.ModelId;
import licet.rules.lineage.Profile;

/**
 * What could be used instead of the judged model.
 *
 * @param sameModel whether it is the same model at another revision
 */
public record Alternative(ModelId model, String revision, Profile profile, boolean sameModel) {}
