package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.lineage.Lineage;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Instrument;

/** Gathers what a verdict of this moment is made from. */
@Singleton
public class Closures {
    private final Verdicts verdicts;
    private final Catalog catalog;
    private final Facts facts;
    private final Judge judge;
    private final ActiveKnowledge knowledge;
    private final Database database;
    private final Clock clock;

    Closures(
            Verdicts verdicts,
            Catalog catalog,
            Facts facts,
            Judge judge,
            ActiveKnowledge knowledge,
            Database database,
            Clock clock) {
        this.verdicts = verdicts;
        this.catalog = catalog;
        this.facts = facts;
        this.judge = judge;
        this.knowledge = knowledge;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param local whether the imported model of that name is meant instead of the Hub's
     * @throws licet.registry.platform.problem.ProblemException where model or deployment are not on record
     */
    public Closure now(RepoId model, Revision revision, boolean local, DeploymentKey deployment) {
        knowledge.requireActive();
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> Verdicts.unknownDeployment(deployment, current));
        var found = verdicts.judged(model, revision, local)
                .orElseThrow(() -> new RegistryProblem.NotFound("model", model.value()).asException());
        return new Closure(
                Closure.SCHEMA,
                local ? LocalCatalog.SOURCE : catalog.source(),
                found.model(),
                found.revision(),
                found.conclusion(),
                use(current, stored),
                rules(current),
                knowledge.digest(),
                Evaluator.ENGINE,
                reaching(found, stored),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Closure.Use use(CurrentFacts current, CurrentFacts.VersionedDeployment stored) {
        var organization = current.organization();
        return new Closure.Use(
                stored.deployment(), stored.version(), organization.organization(), organization.version());
    }

    private Closure.Rules rules(CurrentFacts current) {
        var policy = current.policy().policy();
        var source = database.read(sql -> sql.get(
                "SELECT source FROM policy_version WHERE key = ? AND version = ?",
                row -> row.getString("source"),
                policy.key(),
                policy.version()));
        return new Closure.Rules(policy.key(), policy.version(), source);
    }

    /** Instruments for other models, deployments and entities lift nothing here, so they are no input. */
    private List<Instrument> reaching(Catalog.Judged model, CurrentFacts.VersionedDeployment use) {
        var lineage = model.conclusion().lineage().nodes().stream()
                .map(Lineage.Node::model)
                .toList();
        var deployment = use.deployment();
        return judge.instruments().stream()
                .filter(one -> one.reach().models().isEmpty()
                        || lineage.stream().anyMatch(one.reach().models()::contains))
                .filter(one -> one.reach().deployments().isEmpty()
                        || one.reach().deployments().contains(deployment.key()))
                .filter(one -> one.reach().licensees().isEmpty()
                        || one.reach().licensees().contains(deployment.licensee()))
                .toList();
    }

    /** The answer of today to the same question; empty where model or deployment are gone. */
    public Optional<VerdictDocument> today(String source, ModelId model, String revision, DeploymentKey deployment) {
        var current = facts.current();
        return current.find(deployment)
                .flatMap(stored -> catalog.find(source, model, Optional.of(revision))
                        .map(found -> judge.judge(
                                found.model(),
                                found.revision(),
                                found.conclusion(),
                                Judge.Case.of(current, stored, true))));
    }
}
