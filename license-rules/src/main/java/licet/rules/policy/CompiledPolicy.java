package licet.rules.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import licet.rules.Knowledge;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Profile;

/** A policy whose conditions are compiled and type-checked, and whose own tests have passed. */
public final class CompiledPolicy {
    private final Policy policy;
    private final Knowledge knowledge;
    private final List<Ruled> rules;
    private final List<Entry> facts;
    private final LicenseFactsTable licenses;

    private CompiledPolicy(Policy policy, Knowledge knowledge, List<Ruled> rules) {
        this.policy = policy;
        this.knowledge = knowledge;
        this.rules = List.copyOf(rules);
        this.licenses = new LicenseFactsTable(knowledge.licenses());
        this.facts = rules.stream()
                .flatMap(Ruled::facts)
                .distinct()
                .sorted()
                .map(Vocabulary::get)
                .toList();
    }

    /**
     * Compiles every condition, of the regulations that are switched on too, and runs the policy's own tests.
     *
     * @throws PolicyProblem with everything that is wrong, each with its place in the file
     */
    public static CompiledPolicy of(Policy policy, Knowledge knowledge) {
        var check = PolicyCheck.of(policy, knowledge);
        return check.compiled().orElseThrow(() -> new PolicyProblem(policy.key(), check.problems()));
    }

    /** The rules alone; what is wrong with them is added to {@code problems}. */
    static CompiledPolicy compile(Policy policy, Knowledge knowledge, List<PolicyProblem.Problem> problems) {
        return new CompiledPolicy(policy, knowledge, new PolicyCompiler(knowledge, problems).compile(policy));
    }

    public Policy policy() {
        return policy;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    List<Ruled> rules() {
        return rules;
    }

    /** @param day UTC day of the evaluation */
    public Rulings evaluate(Profile profile, Deployment deployment, Organization organization, LocalDate day) {
        var flips = new Flips();
        return evaluate(read(profile, deployment, organization, day, flips), day, flips);
    }

    /** What is on record about every fact that some rule speaks of. */
    FactSheet read(Profile profile, Deployment deployment, Organization organization, LocalDate day, Flips flips) {
        var terms = new Terms(profile, licenses);
        return FactSheet.of(facts, new Matter(profile, deployment, organization, knowledge, day, flips, terms));
    }

    Rulings evaluate(FactSheet sheet, LocalDate day, Flips flips) {
        var rulings = new ArrayList<Ruling>();
        var budget = new Completions.Budget();
        for (var rule : rules) {
            var ruling = rule.judge(sheet, knowledge, budget);
            if (rule.acts(day, ruling, flips)) {
                rulings.add(ruling);
            }
        }
        return new Rulings(rulings, flips.days());
    }
}
