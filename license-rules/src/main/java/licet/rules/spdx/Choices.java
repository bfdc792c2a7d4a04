package licet.rules.spdx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.spdx.SpdxExpression.And;
import licet.rules.spdx.SpdxExpression.Granted;
import licet.rules.spdx.SpdxExpression.Or;

/**
 * An expression as a set of choices, of each of which all licenses bind; a choice that contains another one is left out.
 * Two expressions mean the same if and only if their choices are equal.
 */
public final class Choices {
    /** Nobody writes more; without a bound a short text could ask for more memory than there is. */
    static final int MAX = 256;

    private final List<SortedMap<GrantKey, Granted>> smallest;

    private Choices(List<SortedMap<GrantKey, Granted>> smallest) {
        this.smallest = List.copyOf(smallest);
    }

    /** The choices of an expression; nothing where there are more than anybody writes. */
    public static Optional<Choices> of(SpdxExpression expression) {
        return smallest(expression).map(Choices::new);
    }

    private static Optional<List<SortedMap<GrantKey, Granted>>> smallest(SpdxExpression expression) {
        return switch (expression) {
            case Granted granted -> Optional.of(List.of(new TreeMap<>(Map.of(GrantKey.of(granted), granted))));
            case Or(var any) -> joined(any, Choices::either);
            case And(var all) -> joined(all, Choices::both);
        };
    }

    private static Optional<List<SortedMap<GrantKey, Granted>>> joined(
            List<SpdxExpression> sides, BinaryOperator<List<SortedMap<GrantKey, Granted>>> operator) {
        Optional<List<SortedMap<GrantKey, Granted>>> joined = smallest(sides.getFirst());
        for (SpdxExpression side : sides.subList(1, sides.size())) {
            var right = smallest(side);
            joined = joined.flatMap(left -> right.filter(other -> left.size() * other.size() <= MAX * 4)
                            .map(other -> withoutLarger(operator.apply(left, other))))
                    .filter(choices -> choices.size() <= MAX);
        }
        return joined;
    }

    private static List<SortedMap<GrantKey, Granted>> either(
            List<SortedMap<GrantKey, Granted>> left, List<SortedMap<GrantKey, Granted>> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    private static List<SortedMap<GrantKey, Granted>> both(
            List<SortedMap<GrantKey, Granted>> lefts, List<SortedMap<GrantKey, Granted>> rights) {
        var product = new ArrayList<SortedMap<GrantKey, Granted>>();
        for (var left : lefts) {
            for (var right : rights) {
                var both = new TreeMap<>(right);
                both.putAll(left);
                product.add(both);
            }
        }
        return product;
    }

    private static List<SortedMap<GrantKey, Granted>> withoutLarger(List<SortedMap<GrantKey, Granted>> choices) {
        var smallest = new ArrayList<SortedMap<GrantKey, Granted>>();
        for (var choice : choices) {
            if (smallest.stream().noneMatch(other -> choice.keySet().containsAll(other.keySet()))) {
                smallest.removeIf(other -> other.keySet().containsAll(choice.keySet()));
                smallest.add(choice);
            }
        }
        return smallest;
    }

    /** Each choice with the licenses that bind in it. */
    public List<List<Granted>> licenses() {
        return smallest.stream().map(choice -> List.copyOf(choice.values())).toList();
    }

    /** Whether two expressions mean the same. */
    public boolean sameAs(Choices other) {
        return keys().equals(other.keys());
    }

    private Set<Set<GrantKey>> keys() {
        return smallest.stream().map(choice -> Set.copyOf(choice.keySet())).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether these licenses are enough for one of the choices. */
    public boolean satisfiedBy(List<Granted> granted) {
        var has = granted.stream().map(GrantKey::of).toList();
        return smallest.stream()
                .anyMatch(choice ->
                        choice.keySet().stream().allMatch(asked -> has.stream().anyMatch(key -> key.satisfies(asked))));
    }
}
