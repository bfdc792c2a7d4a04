package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.fact.Facts;
import licet.registry.ingest.IngestQueue;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.lineage.Concluder;
import licet.rules.obligation.Held;
import licet.rules.obligation.Pack;
import licet.rules.obligation.PackMaker;

/** What a stored deployment has to do for the models that it uses, all of them together. */
@Singleton
public class Obligations {
    private final Verdicts verdicts;
    private final Facts facts;
    private final Judge judge;
    private final Concluder concluder;
    private final IngestQueue queue;
    private final PackMaker maker;

    Obligations(Verdicts verdicts, Facts facts, Judge judge, Concluder concluder, IngestQueue queue, PackMaker maker) {
        this.verdicts = verdicts;
        this.facts = facts;
        this.judge = judge;
        this.concluder = concluder;
        this.queue = queue;
        this.maker = maker;
    }

    /**
     * One model at one revision.
     *
     * @param local whether the imported model of that name is meant instead of the Hub's
     */
    public record Asked(RepoId model, Revision revision, boolean local) {
        public Asked(RepoId model, Revision revision) {
            this(model, revision, false);
        }
    }

    /** A model of which nothing was read stands in the pack with its open verdict; reading it is then queued. */
    public Pack pack(DeploymentKey deployment, List<Asked> models) {
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> Verdicts.unknownDeployment(deployment, current));
        var of = Judge.Case.of(current, stored, false);
        return maker.pack(
                stored.deployment(),
                current.organization().organization(),
                models.stream().map(asked -> held(asked, of)).toList());
    }

    private Held held(Asked asked, Judge.Case of) {
        return verdicts.judged(asked.model(), asked.revision(), asked.local())
                .or(() -> asked.local() ? Optional.empty() : verdicts.stated(asked.model()))
                .map(found -> judge.held(found.model(), found.revision(), found.conclusion(), of))
                .orElseGet(() -> {
                    queue.add(asked.model(), asked.revision());
                    var id = new ModelId(asked.model().value());
                    return judge.held(id, asked.revision().value(), concluder.unread(id), of);
                });
    }
}
