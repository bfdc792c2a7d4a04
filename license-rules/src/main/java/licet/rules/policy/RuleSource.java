package licet.rules.policy;

import licet.rules.SourceText;
import licet.rules.regulation.Regulation;

/** Who says a rule: the organization, or the law that it has switched on. */
public sealed interface RuleSource {
    /** Unique in its policy: the rule's id, or {@code regulation/rule}. */
    String id();

    SourceText because();

    record OfPolicy(Policy.Rule rule) implements RuleSource {
        @Override
        public String id() {
            return rule.id();
        }

        @Override
        public SourceText because() {
            return rule.because();
        }
    }

    record OfRegulation(Regulation regulation, Regulation.Rule rule) implements RuleSource {
        @Override
        public String id() {
            return regulation.id() + "/" + rule.id();
        }

        @Override
        public SourceText because() {
            return rule.because();
        }
    }
}
