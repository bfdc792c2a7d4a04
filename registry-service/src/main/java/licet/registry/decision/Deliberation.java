package licet.registry.decision;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.registry.catalog.Catalog;
import licet.rules.facts.DeploymentKey;
import licet.rules.policy.Workflow;
import licet.rules.verdict.Basis;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;
import licet.rules.verdict.Waivable;

/**
 * What people have before them when they decide on a model in a deployment.
 *
 * @param verdict with everything that lifts findings at this moment
 * @param basis what an approval of this moment would stand on
 * @param waivable what a waiver of this moment could lift, also where one does
 * @param workflow of the policy in force
 */
public record Deliberation(
        Catalog.Judged model,
        DeploymentKey deployment,
        Verdict verdict,
        Basis basis,
        List<Waivable> waivable,
        String policy,
        int policyVersion,
        Workflow workflow) {
    private static final String BY_STAGE = "policy.approval";

    /**
     * A finding that people can lift by approving.
     *
     * @param id by which the approval names it
     * @param stage that the rule names, absent where any approval does
     * @param lifted whether an approval lifts it already
     */
    public record Review(String id, String rule, Optional<String> stage, boolean lifted) {}

    public List<Review> reviews() {
        return verdict.findings().stream()
                .map(Verdict.Cited::finding)
                .flatMap(finding -> review(finding).stream())
                .distinct()
                .toList();
    }

    private static Optional<Review> review(Finding finding) {
        return switch (finding) {
            case Finding.Needs needs -> needs.need() == Finding.Need.REVIEW ? review(needs, false) : Optional.empty();
            case Finding.Waived waived ->
                waived.lifted() instanceof Finding.Needs needs && needs.need() == Finding.Need.REVIEW
                        ? review(needs, true)
                        : Optional.empty();
            case Finding.Satisfied _ -> Optional.empty();
            case Finding.Noted _ -> Optional.empty();
            case Finding.Violated _ -> Optional.empty();
            case Finding.Obliges _ -> Optional.empty();
        };
    }

    private static Optional<Review> review(Finding.Needs needs, boolean lifted) {
        if (!(needs.subject() instanceof Subject.OfPolicy subject)) {
            return Optional.empty();
        }
        var because = needs.because();
        Optional<String> stage =
                because.key().equals(BY_STAGE) ? Optional.of(because.arguments().getLast()) : Optional.empty();
        String rule = stage.map(
                        named -> subject.rule().substring(0, subject.rule().length() - named.length() - 1))
                .orElse(subject.rule());
        return Optional.of(new Review(subject.id(), rule, stage, lifted));
    }

    /** The stages that a request made now would go through. */
    public List<Workflow.Stage> stages() {
        SortedSet<String> named = reviews().stream()
                .flatMap(review -> review.stage().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return workflow.asked(named);
    }

    /** Ids of violations that no approval and no waiver can lift. */
    public List<String> unliftable() {
        return verdict.findings().stream()
                .map(Verdict.Cited::finding)
                .filter(finding -> finding instanceof Finding.Violated(var _, var _, var _, var remedy, var _)
                        && remedy != Finding.Remedy.WAIVER)
                .map(finding -> finding.subject().id())
                .distinct()
                .toList();
    }
}
