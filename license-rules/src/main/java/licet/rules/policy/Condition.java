package licet.rules.policy;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.SourceText;

/** A condition that has passed all checks: it ends, and it speaks of facts only. */
record Condition(SourceText source, CelRuntime.Program program, Reading reading) {
    /** How a condition comes out on what is on record. */
    sealed interface Outcome {
        record Settled(boolean holds) implements Outcome {}

        /** @param facts names of the open facts that still decide; empty where it took too much to find out */
        record Open(SortedSet<String> facts) implements Outcome {}
    }

    Outcome evaluate(FactSheet sheet) {
        return sheet.knowsAll(reading.facts()) ? evaluate(sheet.values()) : outcome(() -> program.eval(sheet.marked()));
    }

    /** @param values of all facts that it speaks of, by structure and field */
    Outcome evaluate(Map<String, Map<String, Object>> values) {
        return outcome(() -> program.eval(values));
    }

    private interface Evaluation {
        Object run() throws CelEvaluationException;
    }

    private static Outcome outcome(Evaluation evaluation) {
        try {
            Object value = evaluation.run();
            return value instanceof CelUnknownSet unknown
                    ? new Outcome.Open(names(unknown))
                    : new Outcome.Settled(Boolean.TRUE.equals(value));
        } catch (CelEvaluationException e) {
            // Checked conditions fail in one way, by running over the limit of steps; undecided never permits.
            return new Outcome.Open(new TreeSet<>());
        }
    }

    private static SortedSet<String> names(CelUnknownSet unknown) {
        return unknown.attributes().stream().map(CelAttribute::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
