package licet.registry.decision;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import licet.ingest.snapshot.ModelSnapshot;
import licet.registry.catalog.EvidenceReader;
import licet.registry.knowledge.KnownDevelopers;
import licet.rules.Knowledge;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.format.PolicyYaml;
import licet.rules.lineage.Concluder;
import licet.rules.lineage.Lineage;
import licet.rules.verdict.Evaluator;

/**
 * Verdicts without a registry: nothing is on record, so every base is read when it is met, and no paper of the
 * organization lifts anything.
 */
public final class AloneVerdicts {
    /** A hostile card can name any number of bases; what is left over stays a gap that shows. */
    private static final int MOST_BASES = 50;

    private final Knowledge knowledge;
    private final Use use;
    private final Clock clock;
    private final Concluder concluder;

    /** @param policy as it is written */
    public record Use(Deployment deployment, Organization organization, String policy) {}

    public AloneVerdicts(Knowledge knowledge, Use use, Clock clock) {
        this.knowledge = knowledge;
        this.use = use;
        this.clock = clock;
        this.concluder = KnownDevelopers.concluder(knowledge, KnownDevelopers.of(knowledge));
    }

    /** @param bases reads a base; empty where it cannot be read */
    public VerdictDocument of(ModelSnapshot snapshot, Function<ModelId, Optional<ModelSnapshot>> bases) {
        var evidence = EvidenceReader.read(snapshot);
        var conclusion = concluder.conclude(evidence, new Bases(bases)::find);
        var rules = PolicyYaml.parse("policy.yaml", use.policy(), 1);
        var closure = new Closure(
                Closure.SCHEMA,
                "alone",
                evidence.model(),
                evidence.revision(),
                conclusion,
                new Closure.Use(use.deployment(), 1, use.organization(), 1),
                new Closure.Rules(rules.key(), 1, use.policy()),
                knowledge.digest(),
                Evaluator.ENGINE,
                List.of(),
                clock.instant());
        return Judge.of(closure, knowledge);
    }

    /** Each base once, as it stands now; one that is made from itself has no end and so none is known. */
    private final class Bases {
        private final Function<ModelId, Optional<ModelSnapshot>> reader;
        private final Map<ModelId, Optional<Lineage>> known = new HashMap<>();
        private final Set<ModelId> underWay = new HashSet<>();

        Bases(Function<ModelId, Optional<ModelSnapshot>> reader) {
            this.reader = reader;
        }

        Optional<Lineage> find(ModelId base) {
            if (known.containsKey(base)) {
                return known.get(base);
            }
            if (known.size() + underWay.size() >= MOST_BASES || !underWay.add(base)) {
                return Optional.empty();
            }
            var lineage = reader.apply(base)
                    .map(snapshot -> concluder
                            .conclude(EvidenceReader.read(snapshot), this::find)
                            .lineage());
            underWay.remove(base);
            known.put(base, lineage);
            return lineage;
        }
    }
}
