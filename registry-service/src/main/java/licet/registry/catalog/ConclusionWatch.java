package licet.registry.catalog;

import licet.registry.platform.Statements;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.ModelEvidence;

/** Is told in the same transaction what stands for a model from now on. */
public interface ConclusionWatch {
    /**
     * @param evidence as it was read, without what people settled
     * @param conclusion with it
     */
    void concluded(Statements sql, long modelId, ModelEvidence evidence, Conclusion conclusion);
}
