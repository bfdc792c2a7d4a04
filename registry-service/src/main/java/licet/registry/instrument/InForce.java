package licet.registry.instrument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Conclusion;
import licet.rules.verdict.Assessment;
import licet.rules.verdict.Instrument;

/**
 * Every instrument on record that nobody revoked, at one moment. Whether one acts is asked for the moment of the verdict,
 * so its begin and its end need nobody to touch anything.
 */
public final class InForce {
    private final List<Instrument> all;
    private final Map<String, List<Instrument>> byLifted = new HashMap<>();
    private final Map<Reached, Digests> digests = new ConcurrentHashMap<>();

    private final Map<Decided, List<Instrument>> decided = new HashMap<>();

    /** What people decide on is one model in one deployment; there can be very many of those. */
    private record Decided(DeploymentKey deployment, ModelId model) {}

    private record Reached(DeploymentKey deployment, EntityKey licensee) {}

    /**
     * @param general of what acts for a profile as a whole; empty without any
     * @param every of that and of what only acts for some models; empty without any
     */
    public record Digests(String general, String every) {}

    InForce(List<Instrument> instruments) {
        this.all = instruments.stream()
                .sorted(Comparator.comparing(Instrument::id))
                .toList();
        for (var instrument : all) {
            if (instrument.reach().basis().isPresent()) {
                addDecided(instrument);
            } else {
                instrument
                        .lifts()
                        .forEach(id -> byLifted.computeIfAbsent(id, _ -> new ArrayList<>())
                                .add(instrument));
            }
        }
    }

    private void addDecided(Instrument instrument) {
        for (var deployment : instrument.reach().deployments()) {
            for (var model : instrument.reach().models()) {
                decided.computeIfAbsent(new Decided(deployment, model), _ -> new ArrayList<>())
                        .add(instrument);
            }
        }
    }

    public List<Instrument> all() {
        return all;
    }

    /**
     * Those that name a finding of the assessment, a look for each finding, however many there are in all; and those that
     * can say which version of a text binds, where that is open. What was decided on one model comes with that model only.
     */
    public List<Instrument> naming(Assessment assessment, Conclusion.Bindings evidence) {
        return naming(assessment, evidence.judged());
    }

    /** @param judged the model that the evidence is about; empty for what holds for every model with a profile */
    public List<Instrument> naming(Assessment assessment, Optional<ModelId> judged) {
        if (all.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<Instrument>();
        assessment
                .everything()
                .forEach(finding ->
                        found.addAll(byLifted.getOrDefault(finding.subject().id(), List.of())));
        if (assessment.open().isPresent()) {
            all.stream().filter(one -> one.text().isPresent()).forEach(found::add);
        }
        judged.map(model -> new Decided(assessment.use().deployment(), model))
                .ifPresent(key -> found.addAll(decided.getOrDefault(key, List.of())));
        return List.copyOf(found);
    }

    /** Those that act for every model with a profile. */
    public List<Instrument> general() {
        return all.stream().filter(InForce::isGeneral).toList();
    }

    /** Those that act only for the models that they name, for what was made from them, or for some evidence. */
    public List<Instrument> narrow() {
        return all.stream().filter(instrument -> !isGeneral(instrument)).toList();
    }

    private static boolean isGeneral(Instrument instrument) {
        return instrument.reach().models().isEmpty()
                && instrument.reach().evidence().isEmpty()
                && instrument.pin().isEmpty();
    }

    /** What tells answers of a deployment apart that were made under other instruments. */
    public Digests digests(Deployment deployment) {
        return digests.computeIfAbsent(
                new Reached(deployment.key(), deployment.licensee()),
                reached -> new Digests(
                        digest(reached, InForce::isGeneral),
                        all.stream().allMatch(InForce::isGeneral) ? "" : digest(reached, _ -> true)));
    }

    /** Whether one that only acts for some models can act in the deployment. */
    public boolean isNarrowIn(Deployment deployment) {
        var reached = new Reached(deployment.key(), deployment.licensee());
        return all.stream().anyMatch(instrument -> !isGeneral(instrument) && reaches(instrument, reached));
    }

    private String digest(Reached reached, Predicate<Instrument> which) {
        var of = all.stream()
                .filter(instrument -> which.test(instrument) && reaches(instrument, reached))
                .toList();
        return of.isEmpty() ? "" : CanonicalJson.digest(of);
    }

    private static boolean reaches(Instrument instrument, Reached reached) {
        var reach = instrument.reach();
        return (reach.deployments().isEmpty() || reach.deployments().contains(reached.deployment()))
                && (reach.licensees().isEmpty() || reach.licensees().contains(reached.licensee()));
    }
}
