package licet.registry.bom;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.registry.decision.ApprovedRevisions;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.stack.Stacks;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/** Bills of materials of what is on record. */
@Singleton
public class BomExport {
    private final ModelBoms models;
    private final Facts facts;
    private final ApprovedRevisions approved;
    private final Inventories inventories;
    private final Stacks stacks;
    private final Clock clock;

    BomExport(
            ModelBoms models,
            Facts facts,
            ApprovedRevisions approved,
            Inventories inventories,
            Stacks stacks,
            Clock clock) {
        this.models = models;
        this.facts = facts;
        this.approved = approved;
        this.inventories = inventories;
        this.stacks = stacks;
        this.clock = clock;
    }

    public BomFile ofModel(RepoId model, Optional<DeploymentKey> deployment, BomVersion as) {
        return as.file(model.name(), write(List.of(models.get(model, deployment)), Optional.empty(), as));
    }

    /** What is approved for it and what it says it runs; models that are not on record are left out and named. */
    public BomFile ofDeployment(DeploymentKey key, BomVersion as) {
        var use = require(key);
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        approved.current().models(key).stream().map(ModelId::value).forEach(names::add);
        inventories.find(key).stream()
                .flatMap(stored -> stored.models().stream())
                .flatMap(line -> line.model().stream())
                .map(reference -> reference.split("@", 2)[0])
                .forEach(names::add);
        var all = new ArrayList<ModelBom>();
        var unknown = new ArrayList<String>();
        for (var name : names) {
            try {
                all.add(models.get(new RepoId(name), Optional.of(key)));
            } catch (ProblemException notOnRecord) {
                unknown.add(name);
            }
        }
        var subject = BomSubject.ofDeployment(key.value(), use.deployment().name(), use.version());
        return as.file(key.value(), write(all, Optional.of(subject.without(unknown)), as));
    }

    /** What fills its slots, each once at its commit; the answer is that of the deployment of its first slot. */
    public BomFile ofStack(String key, BomVersion as) {
        var stack = stacks.get(key);
        var all = new ArrayList<ModelBom>();
        var unknown = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var slot : stack.slots()) {
            slot.filling().filter(filling -> seen.add(filling.reference())).ifPresent(filling -> {
                try {
                    all.add(models.get(
                            new RepoId(filling.model()), filling.revision(), new DeploymentKey(filling.deployment())));
                } catch (ProblemException notOnRecord) {
                    unknown.add(filling.reference());
                }
            });
        }
        var subject = BomSubject.ofStack(stack.key(), stack.name(), stack.version());
        return as.file(stack.key(), write(all, Optional.of(subject.without(unknown)), as));
    }

    CurrentFacts.VersionedDeployment require(DeploymentKey key) {
        return facts.current()
                .find(key)
                .orElseThrow(() -> new RegistryProblem.NotFound("deployment", key.value()).asException());
    }

    /** Dated by the newest reading that it is made of, so that the same content is the same document. */
    private String write(List<ModelBom> all, Optional<BomSubject> subject, BomVersion as) {
        var at = all.stream()
                .flatMap(model -> Stream.concat(
                        model.detail().recorded().lastRead().stream(),
                        Stream.of(model.detail().recorded().firstSeen())))
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
        return switch (as) {
            case CYCLONEDX_1_6, CYCLONEDX_1_7 -> new CycloneDxWriter(as).write(all, subject, at);
            case SPDX_3_0_1 -> SpdxWriter.write(all, subject, at);
        };
    }
}
