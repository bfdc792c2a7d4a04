package licet.rules.policy;

import java.util.List;
import licet.rules.Check;

/**
 * The organization's own rules, as a lawyer can read them.
 *
 * @param factsMaxAgeDays after how many days a current figure is too old to rely on
 */
public record Policy(String key, int version, String title, int factsMaxAgeDays, List<Rule> rules, List<Trial> tests) {
    public Policy {
        Check.notBlank(key, "policy");
        Check.that(version > 0, "version must be 1 or more, but is " + version);
        Check.that(factsMaxAgeDays > 0, "factsMaxAgeDays must be 1 or more, but is " + factsMaxAgeDays);
        rules = List.copyOf(rules);
        tests = List.copyOf(tests);
    }

    /**
     * @param when condition in CEL over {@code model}, {@code deployment} and {@code organization}
     * @param because the reason as a person reads it; {@code {{model.scan}}} is filled in
     * @param waivable whether a waiver can lift it
     */
    public record Rule(String id, String topic, String when, Outcome then, String because, boolean waivable) {
        public Rule {
            Check.notBlank(id, "rule id");
            Check.notBlank(because, "because of rule " + id);
        }
    }

    public enum Outcome {
        DENY,
        REVIEW
    }

    /**
     * A test inside the policy: these facts must fire exactly these rules.
     *
     * @param given variable name to value, for example {@code model.scan: flagged}
     */
    public record Trial(String name, java.util.Map<String, Object> given, java.util.SortedSet<String> fires) {}
}
