package licet.registry.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.explain.VerdictDocument;

/** Joins the duties of several models: what two licenses ask for in the same words is one thing to do. */
final class SharedObligations {
    private record Duty(String kind, String text, Optional<String> display, Optional<String> condition) {}

    private record Asking(Set<Comparison.Clause> clauses, Set<String> models) {}

    private final Map<Duty, Asking> all = new LinkedHashMap<>();

    void add(String model, VerdictDocument verdict) {
        Stream.concat(verdict.obligations().stream(), verdict.conditionalObligations().stream())
                .forEach(duty -> {
                    var asking = all.computeIfAbsent(
                            new Duty(duty.kind(), duty.text(), duty.display(), duty.condition()),
                            _ -> new Asking(new LinkedHashSet<>(), new LinkedHashSet<>()));
                    asking.clauses().add(new Comparison.Clause(duty.id(), duty.clause()));
                    asking.models().add(model);
                });
    }

    /** What is due before what may become due, then what most models ask for; the rest stays in its order. */
    List<Comparison.Obligation> list(int columns) {
        var list = new ArrayList<Comparison.Obligation>();
        all.forEach((duty, asking) -> list.add(new Comparison.Obligation(
                duty.kind(),
                duty.text(),
                duty.display(),
                duty.condition(),
                List.copyOf(asking.clauses()),
                List.copyOf(asking.models()),
                asking.models().size() == columns)));
        list.sort(Comparator.comparing(
                        (Comparison.Obligation one) -> one.condition().isPresent())
                .thenComparing(one -> -one.models().size()));
        return list;
    }
}
