package licet.rules.lineage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;

/**
 * What Licet concludes from the evidence of one model and its ancestors.
 *
 * @param bindings where the evidence behind each role of the profile stands, for citing
 */
public record Conclusion(Lineage lineage, Profile profile, Bindings bindings) {

    /**
     * Evidence by role, so that an assessment shared by many models can be cited for one of them.
     *
     * @param evidence role to places; roles are written {@code path/what}, for example {@code finetune/weights}
     * @param models path to the models that stand there
     */
    public record Bindings(Map<String, List<EvidenceRef>> evidence, Map<String, List<ModelId>> models) {
        public Bindings {
            evidence = Map.copyOf(evidence);
            models = Map.copyOf(models);
        }

        public List<EvidenceRef> of(String role) {
            return Optional.ofNullable(evidence.get(role)).orElse(List.of());
        }
    }
}
