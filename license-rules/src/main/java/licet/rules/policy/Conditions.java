package licet.rules.policy;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import licet.rules.Knowledge;
import licet.rules.SourceText;
import licet.rules.facts.Country;
import licet.rules.jurisdiction.Regions;

/** Compiles conditions and says of each that is wrong where in the file, what and how to mend it. */
final class Conditions {
    private static final int MOST_CHARACTERS = 4_000;

    private final Knowledge knowledge;
    private final Cel cel;

    Conditions(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.cel = cel(members(knowledge.regions()));
    }

    /** The macros leave out {@code has}: a fact is known or asked for, and none can be tested for being there. */
    private static Cel cel(ImmutableMap<String, ImmutableList<String>> members) {
        var builder = CelFactory.standardCelBuilder()
                .setStandardMacros(
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER)
                .setOptions(CelOptions.current()
                        .enableUnknownTracking(true)
                        .maxExpressionCodePointSize(MOST_CHARACTERS)
                        .maxParseRecursionDepth(32)
                        .comprehensionMaxIterations(100_000)
                        .build());
        builder.setTypeProvider(new Structures(ImmutableList.copyOf(Vocabulary.structures())));
        Vocabulary.structures().forEach(structure -> builder.addVar(structure.name(), structure));
        builder.addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                        "olderThan",
                        CelOverloadDecl.newGlobalOverload(
                                "older_than_days", SimpleType.BOOL, Shape.DATE.type(), SimpleType.INT)),
                CelFunctionDecl.newFunctionDeclaration(
                        "region",
                        CelOverloadDecl.newGlobalOverload("region_members", Shape.TEXTS.type(), Shape.TEXT.type())));
        builder.addFunctionBindings(
                CelFunctionBinding.from("older_than_days", DatedFact.class, Long.class, DatedFact::olderThan),
                CelFunctionBinding.from(
                        "region_members", String.class, region -> members.getOrDefault(region, ImmutableList.of())));
        return builder.build();
    }

    private static ImmutableMap<String, ImmutableList<String>> members(Regions regions) {
        return regions.codes().stream()
                .collect(ImmutableMap.toImmutableMap(
                        code -> code,
                        code -> regions.members(code).stream()
                                .map(Country::code)
                                .collect(ImmutableList.toImmutableList())));
    }

    private record Structures(ImmutableList<CelType> all) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return all;
        }

        @Override
        public Optional<CelType> findType(String name) {
            return all.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }

    /** The condition, or nothing when something is wrong, which then stands among the problems. */
    Optional<Condition> compile(String where, SourceText source, List<PolicyProblem.Problem> problems) {
        try {
            var ast = cel.compile(source.text()).getAst();
            var reading = Reading.of(ast.getExpr(), knowledge);
            reading.wrong().forEach(wrong -> problems.add(problem(where, source, ast, wrong)));
            if (!ast.getResultType().equals(SimpleType.BOOL)) {
                problems.add(PolicyProblem.Problem.at(
                        source.start(),
                        where,
                        "the condition is not true or false, but of type "
                                + ast.getResultType().name(),
                        "compare its value with something"));
                return Optional.empty();
            }
            return reading.wrong().isEmpty()
                    ? Optional.of(new Condition(source, cel.createProgram(ast), reading))
                    : Optional.empty();
        } catch (CelValidationException e) {
            e.getErrors()
                    .forEach(issue ->
                            problems.add(CelMends.of(issue.getMessage(), where, source, offset(source.text(), issue))));
        } catch (CelEvaluationException | RuntimeException e) {
            // The library meets sources of strangers here; whatever it cannot take is a problem of the source.
            problems.add(PolicyProblem.Problem.at(
                    source.start(), where, "cannot be compiled: " + e.getMessage(), "write it more simply"));
        }
        return Optional.empty();
    }

    /** What a condition that passed the checks was read as. */
    Optional<CelExpr> expression(SourceText source) {
        try {
            return Optional.of(cel.compile(source.text()).getAst().getExpr());
        } catch (CelValidationException e) {
            return Optional.empty();
        }
    }

    private static PolicyProblem.Problem problem(
            String where, SourceText source, CelAbstractSyntaxTree ast, Reading.Wrong wrong) {
        int codePoints =
                Objects.requireNonNullElse(ast.getSource().getPositionsMap().get(wrong.id()), 0);
        return PolicyProblem.Problem.at(
                source.at(source.text().offsetByCodePoints(0, codePoints)), where, wrong.what(), wrong.mend());
    }

    /** Offset of an issue, whose line begins at 1 and whose column, in code points, begins at 0. */
    private static int offset(String text, CelIssue issue) {
        int start = 0;
        for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
            start = Math.max(start, text.indexOf('\n', start) + 1);
        }
        int column =
                Math.min(Math.max(0, issue.getSourceLocation().getColumn()), text.codePointCount(start, text.length()));
        return text.offsetByCodePoints(start, column);
    }
}
