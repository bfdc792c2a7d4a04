package licet.rules.policy;

import licet.rules.SourceText;
import licet.rules.regulation.Regulation;

/** Who says a rule: the organization, or the law that it has switched on. */
public sealed interface RuleSource {
    /** Unique in its policy: the rule's id, or {@code regulation/rule}. */
    String id();

    SourceText because();

    /** Whether it stops nothing, so that nobody is asked for its facts. */
    boolean onlyInforms();

    record OfPolicy(Policy.Rule rule) implements RuleSource {
        @Override
        public String id() {
            return rule.id();
        }

        @Override
        public SourceText because() {
            return rule.because();
        }

        @Override
        public boolean onlyInforms() {
            return rule.then() instanceof Policy.Effect.Note;
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

        @Override
        public boolean onlyInforms() {
            return rule.then() == Regulation.Effect.INFORMS;
        }
    }
}
