package licet.rules.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.facts.Ids;

/** Holds two bases against each other, each difference once and by what it is about. */
final class BasisChanges {
    private static final String MODEL = "model ";
    private static final String POLICY = "policy/";

    private final List<BasisChange> found = new ArrayList<>();

    private BasisChanges() {}

    static List<BasisChange> between(Basis before, Basis after) {
        if (before.equals(after)) {
            return List.of();
        }
        var changes = new BasisChanges();
        changes.evidence(before.evidence(), after.evidence());
        changes.reasons(before.findings(), after.findings());
        changes.use(before.use(), after.use());
        changes.each(BasisChange.Kind.INSTRUMENT, before.instruments(), after.instruments());
        return List.copyOf(changes.found);
    }

    private void add(BasisChange.Kind kind, String about, String before, String after) {
        if (!before.equals(after)) {
            found.add(new BasisChange(kind, about, before, after));
        }
    }

    private void evidence(Map<String, List<String>> before, Map<String, List<String>> after) {
        for (var role : both(before.keySet(), after.keySet())) {
            var then = before.getOrDefault(role, List.of());
            var now = after.getOrDefault(role, List.of());
            add(BasisChange.Kind.LINEAGE, role, models(then), models(now));
            add(BasisChange.Kind.EVIDENCE, role, texts(then), texts(now));
        }
    }

    private static String models(List<String> cited) {
        return cited.stream()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(MODEL.length()))
                .collect(Collectors.joining(", "));
    }

    private static String texts(List<String> cited) {
        return cited.stream().filter(line -> !line.startsWith(MODEL)).collect(Collectors.joining(", "));
    }

    private void reasons(List<Basis.Reason> before, List<Basis.Reason> after) {
        var then = bySubject(before);
        var now = bySubject(after);
        policies(before, after);
        for (var about : both(then.keySet(), now.keySet())) {
            var gone = new LinkedHashSet<>(then.getOrDefault(about, List.of()));
            var come = new LinkedHashSet<>(now.getOrDefault(about, List.of()));
            var same = new LinkedHashSet<>(gone);
            same.retainAll(come);
            gone.removeAll(same);
            come.removeAll(same);
            facts(gone, come);
            var kind = about.startsWith(POLICY) ? BasisChange.Kind.POLICY : BasisChange.Kind.REASON;
            add(kind, about, said(gone), said(come));
        }
    }

    /** The version of a policy is one difference, however many of its rules speak. */
    private void policies(List<Basis.Reason> before, List<Basis.Reason> after) {
        add(BasisChange.Kind.POLICY, "policy", versions(before), versions(after));
    }

    private static String versions(List<Basis.Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> PolicyRule.find(reason.about()).stream())
                .map(rule -> rule.policy() + "/" + rule.version())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<Basis.Reason>> bySubject(List<Basis.Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Basis.Reason(
                        PolicyRule.find(reason.about()).map(PolicyRule::id).orElse(reason.about()),
                        reason.finding(),
                        reason.because(),
                        reason.facts()))
                .collect(Collectors.groupingBy(Basis.Reason::about, TreeMap::new, Collectors.toList()));
    }

    private void facts(Set<Basis.Reason> gone, Set<Basis.Reason> come) {
        if (gone.isEmpty() || come.isEmpty()) {
            return;
        }
        var then = byFact(gone);
        var now = byFact(come);
        both(then.keySet(), now.keySet())
                .forEach(fact -> once(new Fact(fact, then.getOrDefault(fact, ""), now.getOrDefault(fact, ""))));
    }

    private record Fact(String id, String before, String after) {}

    /** Many clauses can stand on one fact. */
    private void once(Fact fact) {
        if (found.stream()
                .noneMatch(change -> change.kind() == BasisChange.Kind.FACT
                        && change.about().equals(fact.id())
                        && change.before().equals(fact.before())
                        && change.after().equals(fact.after()))) {
            add(BasisChange.Kind.FACT, fact.id(), fact.before(), fact.after());
        }
    }

    private static Map<String, String> byFact(Set<Basis.Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> reason.facts().stream())
                .distinct()
                .sorted()
                .map(fact -> fact.split(" ", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> parts[1], (one, other) -> one + ", " + other, TreeMap::new));
    }

    private static String said(Set<Basis.Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.finding() + " " + reason.because())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void use(Reach.Use before, Reach.Use after) {
        add(
                BasisChange.Kind.USE,
                "licensee",
                before.licensee().value(),
                after.licensee().value());
        add(BasisChange.Kind.USE, "acts", words(before.acts(), Ids::of), words(after.acts(), Ids::of));
        add(BasisChange.Kind.USE, "places", places(before), places(after));
    }

    private static String places(Reach.Use use) {
        return use.places().map(all -> words(all, Object::toString)).orElse("");
    }

    private static <T> String words(Set<T> all, Function<T, String> word) {
        return all.stream().map(word).sorted().collect(Collectors.joining(", "));
    }

    private void each(BasisChange.Kind kind, SortedSet<String> before, SortedSet<String> after) {
        before.stream().filter(id -> !after.contains(id)).forEach(id -> add(kind, id, id, ""));
        after.stream().filter(id -> !before.contains(id)).forEach(id -> add(kind, id, "", id));
    }

    private static SortedSet<String> both(Set<String> before, Set<String> after) {
        return Stream.concat(before.stream(), after.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code policy/version/rule}: whatever else a reason is about has no bare number in its second place. */
    private record PolicyRule(String policy, int version, String rule) {
        static Optional<PolicyRule> find(String about) {
            var parts = about.split("/", 3);
            return parts.length == 3 && parts[1].matches("[0-9]{1,9}")
                    ? Optional.of(new PolicyRule(parts[0], Integer.parseInt(parts[1]), parts[2]))
                    : Optional.empty();
        }

        String id() {
            return POLICY + policy + "/" + rule;
        }
    }
}
