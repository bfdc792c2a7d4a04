package licet.rules.policy;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.SourceText;

/** A condition that has passed all checks: it ends, it cannot fail, and it speaks of facts only. */
record Condition(SourceText source, CelRuntime.Program program, Reading reading) {
    /** How a condition comes out on what is on record. */
    sealed interface Outcome {
        record Settled(boolean holds) implements Outcome {}

        /** @param facts names of the open facts that still decide */
        record Open(SortedSet<String> facts) implements Outcome {}
    }

    Outcome evaluate(FactSheet sheet) {
        try {
            Object value = program.eval(sheet.variables());
            return value instanceof CelUnknownSet unknown
                    ? new Outcome.Open(names(unknown))
                    : new Outcome.Settled(Boolean.TRUE.equals(value));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition failed: " + source.text(), e);
        }
    }

    private static SortedSet<String> names(CelUnknownSet unknown) {
        return unknown.attributes().stream().map(CelAttribute::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
