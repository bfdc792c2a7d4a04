package licet.rules.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.Spelling;
import licet.rules.facts.Country;

/**
 * What a condition speaks of, read off its expression: the facts, the texts that it can tell apart, and what is wrong
 * with it although its types are right.
 */
final class Reading {
    private static final Set<String> LOGIC = Set.of("_&&_", "_||_", "!_", "_?_:_", "@not_strictly_false");
    private static final Set<String> COMPARISON = Set.of("_==_", "_!=_", "@in");
    private static final Set<String> COUNTING =
            Set.of("size", "_<_", "_<=_", "_>_", "_>=_", "startsWith", "endsWith", "contains");

    private final Knowledge knowledge;
    private final SortedSet<String> facts = new TreeSet<>();
    private final List<Set<String>> atoms = new ArrayList<>();
    private final Set<String> opaque = new TreeSet<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final Map<String, Bound> bound = new HashMap<>();

    /** @param id of the part of the expression that is wrong */
    record Wrong(long id, String what, String mend) {}

    /** What a variable of a macro stands for: an item of these facts, with this domain. */
    private record Bound(Set<String> facts, Optional<Domain> domain) {}

    private Reading(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    static Reading of(CelExpr expression, Knowledge knowledge) {
        var reading = new Reading(knowledge);
        reading.walk(expression);
        return reading;
    }

    SortedSet<String> facts() {
        return facts;
    }

    /** Sets of texts that the condition compares with: two texts that lie in the same sets are the same to it. */
    List<Set<String>> atoms() {
        return atoms;
    }

    /** Facts that are counted, cut up or compared with other facts, so that no text can stand for others. */
    Set<String> opaque() {
        return opaque;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    /** Reads a part and returns the facts that it speaks of. */
    private Set<String> walk(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part);
            case IDENT -> identifier(part);
            case SELECT -> fact(part);
            case CALL -> call(part);
            case LIST -> list(part);
            case COMPREHENSION -> comprehension(part, part.comprehension());
            case STRUCT, MAP -> refuse(part, "a condition cannot build values", "ask for facts");
            case NOT_SET -> Set.of();
        };
    }

    private Set<String> refuse(CelExpr part, String what, String mend) {
        wrong.add(new Wrong(part.id(), what, mend));
        return Set.of();
    }

    private Set<String> constant(CelExpr part) {
        text(part).ifPresent(text -> atoms.add(Set.of(text)));
        return Set.of();
    }

    /** To a condition that asks whether something is in a list, all that is in it is the same. */
    private Set<String> list(CelExpr part) {
        var texts = constants(part).flatMap(item -> text(item).stream()).collect(Collectors.toSet());
        atoms.add(texts);
        return isFixed(part) ? Set.of() : union(part.list().elements());
    }

    private static Optional<String> text(CelExpr part) {
        return part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && part.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(part.constant().stringValue())
                : Optional.empty();
    }

    private static Stream<CelExpr> constants(CelExpr part) {
        return switch (part.getKind()) {
            case LIST -> part.list().elements().stream();
            case CONSTANT -> Stream.of(part);
            case CALL, COMPREHENSION, IDENT, MAP, NOT_SET, SELECT, STRUCT -> Stream.of();
        };
    }

    private Set<String> identifier(CelExpr part) {
        String name = part.ident().name();
        if (bound.containsKey(name)) {
            return bound.getOrDefault(name, new Bound(Set.of(), Optional.empty()))
                    .facts();
        }
        return refuse(part, "'%s' is no fact".formatted(name), "ask for one of its facts, such as model.scan");
    }

    private Set<String> fact(CelExpr part) {
        var of = part.select().operand();
        if (of.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return walk(of);
        }
        String name = of.ident().name() + "." + part.select().field();
        facts.add(name);
        return Set.of(name);
    }

    private Set<String> union(List<CelExpr> parts) {
        return parts.stream().flatMap(part -> walk(part).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> comprehension(CelExpr part, CelExpr.CelComprehension macro) {
        if (bound.containsKey(macro.iterVar())) {
            return refuse(part, "'%s' is in use".formatted(macro.iterVar()), "give the inner item another name");
        }
        if (bound.size() > 2) {
            return refuse(part, "a list inside a list inside a list is too much", "write two rules");
        }
        var range = walk(macro.iterRange());
        var before = Map.copyOf(bound);
        bound.put(macro.iterVar(), new Bound(range, domain(macro.iterRange())));
        bound.put(macro.accuVar(), new Bound(range, Optional.empty()));
        var used = new TreeSet<>(range);
        used.addAll(union(List.of(macro.accuInit(), macro.loopCondition(), macro.loopStep(), macro.result())));
        bound.clear();
        bound.putAll(before);
        return used;
    }

    /** What texts a part can be, where it is a fact or an item of one. */
    private Optional<Domain> domain(CelExpr part) {
        return switch (part.getKind()) {
            case SELECT ->
                Vocabulary.find(part.select().operand().identOrDefault().name() + "."
                                + part.select().field())
                        .map(Entry::domain);
            case IDENT -> Optional.ofNullable(bound.get(part.ident().name())).flatMap(Bound::domain);
            case COMPREHENSION -> domain(part.comprehension().iterRange());
            case CALL, CONSTANT, LIST, MAP, NOT_SET, STRUCT -> Optional.empty();
        };
    }

    private Set<String> call(CelExpr part) {
        var call = part.call();
        var operands =
                Stream.concat(call.target().stream(), call.args().stream()).toList();
        var used = union(operands);
        String name = call.function();
        if (COMPARISON.contains(name)) {
            if (!name.equals("@in")) {
                operands.forEach(this::single);
            }
            compare(operands.getFirst(), operands.getLast(), used);
        } else if (name.equals("region")) {
            region(part, operands);
        } else if (name.equals("olderThan")) {
            opaque.addAll(used);
            days(operands.getLast());
        } else if (COUNTING.contains(name) || isOfMacro(name, operands)) {
            opaque.addAll(used);
        } else if (!LOGIC.contains(name)) {
            refuse(
                    part,
                    "'%s' cannot be used in a condition".formatted(CelMends.shown(name)),
                    "use ==, !=, in, &&, ||, !, exists, all, size, startsWith, endsWith, contains, region or olderThan");
        }
        return used;
    }

    /** Only macros add: {@code exists_one} counts and {@code filter} collects. */
    private static boolean isOfMacro(String name, List<CelExpr> operands) {
        return name.equals("_+_")
                && operands.getFirst().getKind() == CelExpr.ExprKind.Kind.IDENT
                && operands.getFirst().ident().name().startsWith("@");
    }

    private void compare(CelExpr left, CelExpr right, Set<String> used) {
        domain(left).ifPresent(domain -> constants(right).forEach(item -> occurs(domain, left, item)));
        domain(right).ifPresent(domain -> constants(left).forEach(item -> occurs(domain, right, item)));
        boolean fixed = isFixed(left) || isFixed(right);
        if (!fixed) {
            opaque.addAll(used);
        }
    }

    /** Lists have no order and dates no meaning of their own, so neither is equal to anything. */
    private void single(CelExpr side) {
        if (side.getKind() == CelExpr.ExprKind.Kind.LIST
                || shape(side).map(Shape::isList).orElse(false)) {
            refuse(side, "a list is not equal to anything", "use in, exists or all");
        }
        if (shape(side).map(Shape::isDated).orElse(false)) {
            refuse(side, "a date is not equal to anything", "use olderThan");
        }
    }

    private static Optional<Shape> shape(CelExpr part) {
        return part.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? Vocabulary.find(part.select().operand().identOrDefault().name() + "."
                                + part.select().field())
                        .map(Entry::shape)
                : Optional.empty();
    }

    private void occurs(Domain domain, CelExpr fact, CelExpr item) {
        text(item)
                .ifPresent(text -> domain.mend(text, knowledge)
                        .ifPresent(mend -> wrong.add(
                                new Wrong(item.id(), "%s is never '%s'".formatted(CelMends.shown(fact), text), mend))));
    }

    /** Whether a part is the same in every case. */
    private static boolean isFixed(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> true;
            case LIST ->
                part.list().elements().stream().allMatch(item -> item.getKind() == CelExpr.ExprKind.Kind.CONSTANT);
            case CALL -> part.call().function().equals("region");
            case COMPREHENSION, IDENT, MAP, NOT_SET, SELECT, STRUCT -> false;
        };
    }

    private void region(CelExpr part, List<CelExpr> operands) {
        var code = text(operands.getFirst());
        if (code.filter(knowledge.regions()::knows).isPresent()) {
            atoms.add(knowledge.regions().members(code.orElseThrow()).stream()
                    .map(Country::code)
                    .collect(Collectors.toSet()));
        } else {
            var known = knowledge.regions().codes();
            refuse(
                    part,
                    code.map("there is no region '%s'"::formatted).orElse("the region is not written out"),
                    "did you mean region('%s')? Known are %s"
                            .formatted(Spelling.nearest(code.orElse(""), known), String.join(", ", known)));
        }
    }

    private void days(CelExpr part) {
        boolean fits = part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && part.constant().getKind() == CelConstant.Kind.INT64_VALUE
                && part.constant().int64Value() >= 0
                && part.constant().int64Value() <= DatedFact.MOST_DAYS;
        if (!fits) {
            refuse(part, "these are no days", "write a number of days from 0 to " + DatedFact.MOST_DAYS);
        }
    }
}
