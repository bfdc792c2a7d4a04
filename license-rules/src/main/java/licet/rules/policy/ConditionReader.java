package licet.rules.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.SourceText;

/** Reads conditions into what they ask. The library writes macros out as loops; here they become what was written. */
public final class ConditionReader {
    private final Conditions conditions;

    public ConditionReader(Knowledge knowledge) {
        this.conditions = new Conditions(knowledge);
    }

    /** Empty for a condition that the checks refuse. */
    public Optional<Asked> read(SourceText condition) {
        var problems = new ArrayList<PolicyProblem.Problem>();
        return conditions
                .compile("condition", condition, problems)
                .flatMap(_ -> conditions.expression(condition))
                .map(ConditionReader::asked);
    }

    private static Asked asked(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part.constant());
            case SELECT ->
                new Asked.Fact(part.select().operand().identOrDefault().name() + "."
                        + part.select().field());
            case LIST -> new Asked.Values(all(part.list().elements()));
            case CALL -> call(part.call());
            case COMPREHENSION -> macro(part.comprehension());
            case IDENT, MAP, NOT_SET, STRUCT -> new Asked.Item();
        };
    }

    private static List<Asked> all(List<CelExpr> parts) {
        return parts.stream().map(ConditionReader::asked).toList();
    }

    private static Asked constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> new Asked.Text(constant.stringValue());
            case BOOLEAN_VALUE -> new Asked.Plain(Boolean.toString(constant.booleanValue()));
            case INT64_VALUE -> new Asked.Plain(Long.toString(constant.int64Value()));
            case BYTES_VALUE, DOUBLE_VALUE, DURATION_VALUE, NOT_SET, NULL_VALUE, TIMESTAMP_VALUE, UINT64_VALUE ->
                new Asked.Plain(constant.toString());
        };
    }

    private static Asked call(CelExpr.CelCall call) {
        var parts =
                all(Stream.concat(call.target().stream(), call.args().stream()).toList());
        return switch (call.function()) {
            case "_&&_" ->
                new Asked.Every(parts.stream()
                        .flatMap(part -> part instanceof Asked.Every(var inner) ? inner.stream() : Stream.of(part))
                        .toList());
            case "_||_" ->
                new Asked.Either(parts.stream()
                        .flatMap(part -> part instanceof Asked.Either(var inner) ? inner.stream() : Stream.of(part))
                        .toList());
            case "!_" -> new Asked.Not(parts.getFirst());
            case "_?_:_" -> new Asked.Choice(parts.get(0), parts.get(1), parts.get(2));
            case "size" -> new Asked.Count(parts.getFirst());
            case "region" -> new Asked.Region(text(parts.getFirst()));
            case "olderThan" -> new Asked.OlderThan(parts.getFirst(), Long.parseLong(text(parts.getLast())));
            default -> new Asked.Compared(operator(call.function()), parts.getFirst(), parts.getLast());
        };
    }

    private static String text(Asked part) {
        return switch (part) {
            case Asked.Text(var value) -> value;
            case Asked.Plain(var value) -> value;
            case Asked.Every _, Asked.Either _, Asked.Not _, Asked.Compared _, Asked.OfItems _, Asked.Those _ -> "";
            case Asked.Count _, Asked.OlderThan _, Asked.Region _, Asked.Fact _, Asked.Item _ -> "";
            case Asked.Values _, Asked.Choice _ -> "";
        };
    }

    private static Asked.Operator operator(String function) {
        return switch (function) {
            case "_==_" -> Asked.Operator.EQUAL;
            case "_!=_" -> Asked.Operator.NOT_EQUAL;
            case "@in" -> Asked.Operator.IN;
            case "_<_" -> Asked.Operator.LESS;
            case "_<=_" -> Asked.Operator.AT_MOST;
            case "_>_" -> Asked.Operator.MORE;
            case "_>=_" -> Asked.Operator.AT_LEAST;
            case "startsWith" -> Asked.Operator.STARTS_WITH;
            case "endsWith" -> Asked.Operator.ENDS_WITH;
            case "contains" -> Asked.Operator.CONTAINS;
            // The checks let no other function through.
            default -> throw new IllegalArgumentException("no condition has " + function);
        };
    }

    private static Asked macro(CelExpr.CelComprehension loop) {
        var list = asked(loop.iterRange());
        var step = loop.loopStep().call();
        return switch (step.function()) {
            case "_||_" ->
                new Asked.OfItems(Asked.Quantifier.SOME, list, asked(step.args().getLast()));
            case "_&&_" ->
                new Asked.OfItems(Asked.Quantifier.ALL, list, asked(step.args().getLast()));
            default -> {
                var holds = asked(step.args().getFirst());
                yield loop.accuInit().getKind() == CelExpr.ExprKind.Kind.LIST
                        ? new Asked.Those(list, holds)
                        : new Asked.OfItems(Asked.Quantifier.ONE, list, holds);
            }
        };
    }
}
