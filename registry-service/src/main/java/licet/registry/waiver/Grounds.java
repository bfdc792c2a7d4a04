package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.platform.Statements;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Waivable;

/** Whether what a waiver is given for is there. */
@Singleton
class Grounds {
    private final Deliberations deliberations;
    private final WaiverTable table;

    Grounds(Deliberations deliberations, WaiverTable table) {
        this.deliberations = deliberations;
        this.table = table;
    }

    /**
     * What can be waived for a model in a deployment now.
     *
     * @throws ProblemException where model or deployment are not on record
     */
    Deliberation now(String source, ModelId model, DeploymentKey deployment) {
        return deliberations.now(source, model, Optional.empty(), deployment);
    }

    /** Whether the model that somebody saw still shows the same breach of the same rule under the same text. */
    boolean stillSeen(Waiver waiver) {
        var where = waiver.where();
        return deliberations.inDeployment(where.modelId(), new DeploymentKey(where.deployment())).stream()
                .anyMatch(before -> isFor(waiver, before.waivable()));
    }

    /**
     * Whether no answer of its deployment has the reason any more. A license file that could not be read is not one that
     * changed: such a waiver lifts nothing meanwhile, and stays.
     */
    boolean isGone(Statements sql, Waiver waiver) {
        var where = waiver.where();
        var models = new TreeSet<>(Set.of(where.modelId()));
        if (where.everyModel()) {
            models.addAll(table.listModels(sql, new TreeSet<>(where.texts())));
        }
        var deployment = new DeploymentKey(where.deployment());
        return models.stream()
                .flatMap(model -> deliberations.inDeployment(model, deployment).stream())
                .flatMap(before -> before.waivable().stream())
                .noneMatch(reason -> isFor(waiver, reason) || isUnreadFor(waiver, reason));
    }

    private static boolean isFor(Waiver waiver, List<Waivable> reasons) {
        return reasons.stream().anyMatch(reason -> isFor(waiver, reason));
    }

    private static boolean isFor(Waiver waiver, Waivable reason) {
        return reason.id().equals(waiver.rule().finding()) && reason.pin().equals(WaiverInstruments.pin(waiver));
    }

    private static boolean isUnreadFor(Waiver waiver, Waivable reason) {
        return reason.id().equals(waiver.rule().finding())
                && reason.pin().rule().equals(waiver.rule().digest())
                && reason.pin().texts().orElseThrow().isEmpty();
    }

    /** @throws ProblemException malformed, naming what can be waived instead */
    static Waivable require(Deliberation before, String finding) {
        return before.waivable().stream()
                .filter(reason -> reason.id().equals(finding))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.Malformed("/finding", finding, mend(before)).asException());
    }

    private static String mend(Deliberation before) {
        var ids = before.waivable().stream().map(Waivable::id).distinct().toList();
        return "license terms and law are never waived, and a rule only where it denies and the policy marks it waivable; "
                + (ids.isEmpty() ? "there is nothing to waive here" : "use one of " + String.join(", ", ids));
    }
}
