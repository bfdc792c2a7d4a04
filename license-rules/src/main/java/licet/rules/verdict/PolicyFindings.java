package licet.rules.verdict;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.policy.Policy;
import licet.rules.policy.RuleSource;
import licet.rules.policy.Ruling;
import licet.rules.policy.Topic;
import licet.rules.regulation.Regulation;

/** Turns what the rules of a policy say into findings. */
record PolicyFindings(Policy policy, Deployment.Stage stage) {
    List<Finding> of(Ruling ruling) {
        return switch (ruling) {
            case Ruling.DoesNotFire _ -> List.of();
            case Ruling.Fires(RuleSource.OfPolicy(var rule), var because) -> fired(rule, because);
            case Ruling.Fires(RuleSource.OfRegulation(var regulation, var rule), var because) ->
                List.of(fired(regulation, rule, because));
            case Ruling.NeedsFacts open -> List.of(open(open));
        };
    }

    private List<Finding> fired(Policy.Rule rule, String because) {
        var subject = subject(rule.id(), rule.topic());
        var reason = Finding.Because.of("policy.rule", because);
        return switch (rule.then()) {
            case Policy.Effect.Deny(var waiver) -> List.of(denied(subject, reason, waiver));
            case Policy.Effect.Review() -> List.of(needs(subject, reason, Finding.Need.REVIEW));
            case Policy.Effect.Approval(var by) ->
                by.stream()
                        .<Finding>map(approver -> needs(
                                subject(rule.id() + "/" + approver, rule.topic()),
                                Finding.Because.of("policy.approval", because, approver),
                                Finding.Need.REVIEW))
                        .toList();
            case Policy.Effect.Acceptance() -> List.of(needs(subject, reason, Finding.Need.ACCEPTANCE));
            case Policy.Effect.Note() -> List.of(new Finding.Satisfied(subject, reason));
        };
    }

    private Finding denied(Subject subject, Finding.Because because, Optional<Policy.Waiver> waiver) {
        var here = waiver.filter(limits -> limits.reaches(stage));
        return new Finding.Violated(
                subject,
                because,
                Finding.Whose.OURS,
                here.isPresent() ? Finding.Remedy.WAIVER : Finding.Remedy.OTHER_DESIGN,
                here.flatMap(Policy.Waiver::maxDays));
    }

    /** Law is cited with its section and the day from which it acts; no waiver lifts it. */
    private Finding fired(Regulation regulation, Regulation.Rule rule, String because) {
        var subject = subject(regulation.id() + "/" + rule.id(), Topic.JURISDICTION);
        var reason = Finding.Because.of(
                "regulation." + Ids.of(rule.then()), because, regulation.title(), rule.section(), rule.from());
        return switch (rule.then()) {
            case PROHIBITS -> new Finding.Violated(subject, reason, Finding.Whose.OURS, Finding.Remedy.OTHER_MODEL);
            case COUNSEL -> needs(subject, reason, Finding.Need.LEGAL_POSITION);
            case INFORMS -> new Finding.Satisfied(subject, reason);
        };
    }

    /** What only informs stops nothing, so nobody is asked for its facts. */
    private Finding open(Ruling.NeedsFacts open) {
        var subject = switch (open.source()) {
            case RuleSource.OfPolicy(var rule) -> subject(rule.id(), rule.topic());
            case RuleSource.OfRegulation regulated -> subject(regulated.id(), Topic.JURISDICTION);
        };
        var because = Finding.Because.of("policy.unknown", open.source().id());
        return open.source().onlyInforms()
                ? new Finding.Satisfied(subject, because)
                : new Finding.Needs(subject, because, Finding.Need.FACT, open.questions());
    }

    private static Finding needs(Subject subject, Finding.Because because, Finding.Need need) {
        return new Finding.Needs(subject, because, need, new TreeSet<>());
    }

    private Subject subject(String rule, Topic topic) {
        return new Subject.OfPolicy(policy.key(), policy.version(), rule, Ids.of(topic));
    }
}
