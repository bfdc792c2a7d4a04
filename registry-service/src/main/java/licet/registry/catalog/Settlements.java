package licet.registry.catalog;

import licet.registry.platform.Statements;
import licet.rules.lineage.ModelEvidence;

/**
 * What people settled about evidence, put beside it before anything is concluded. There is no other way in which it can
 * act, so conclusions, profiles, lists and verdicts all follow. What is on record stays as it was read.
 */
public interface Settlements {
    /** The evidence with what was settled for it; the same where nothing was. */
    ModelEvidence applied(Statements sql, ModelEvidence evidence);
}
