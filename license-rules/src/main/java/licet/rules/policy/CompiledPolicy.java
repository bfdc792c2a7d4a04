package licet.rules.policy;

import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.license.LicenseCatalog;
import licet.rules.lineage.Profile;

/** A policy whose conditions are compiled and type-checked, and whose own tests have passed. */
public final class CompiledPolicy {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([a-z_.]+)\\s*}}");

    private static final Cel CEL = cel();

    private final Policy policy;
    private final List<CompiledRule> rules;

    private record CompiledRule(Policy.Rule rule, CelRuntime.Program program) {}

    private CompiledPolicy(Policy policy, List<CompiledRule> rules) {
        this.policy = policy;
        this.rules = rules;
    }

    private static Cel cel() {
        var builder = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setOptions(CelOptions.current()
                        .enableUnknownTracking(true)
                        .maxExpressionCodePointSize(4_000)
                        .maxParseRecursionDepth(32)
                        .comprehensionMaxIterations(10_000)
                        .build());
        var structures = Vocabulary.structures();
        builder.setTypeProvider(new Structures(ImmutableList.copyOf(structures)));
        structures.forEach(structure -> builder.addVar(structure.name(), structure));
        return builder.build();
    }

    private record Structures(ImmutableList<CelType> types) implements CelTypeProvider {
        @Override
        public Optional<CelType> findType(String name) {
            return types.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }

    /**
     * Compiles every condition and runs the policy's own tests.
     *
     * @throws PolicyProblem naming each rule or test that is wrong
     */
    public static CompiledPolicy of(Policy policy) {
        var problems = new ArrayList<String>();
        var rules = new ArrayList<CompiledRule>();
        for (var rule : policy.rules()) {
            try {
                rules.add(compile(rule));
            } catch (CelValidationException | CelEvaluationException e) {
                problems.add("rule %s: %s"
                        .formatted(rule.id(), String.valueOf(e.getMessage()).strip()));
            }
        }
        checkHoles(policy, problems);
        var compiled = new CompiledPolicy(policy, List.copyOf(rules));
        if (problems.isEmpty()) {
            policy.tests().forEach(test -> compiled.run(test, problems));
        }
        if (!problems.isEmpty()) {
            throw new PolicyProblem(policy.key(), problems);
        }
        return compiled;
    }

    private static CompiledRule compile(Policy.Rule rule) throws CelValidationException, CelEvaluationException {
        var ast = CEL.compile(rule.when()).getAst();
        if (!ast.getResultType().equals(dev.cel.common.types.SimpleType.BOOL)) {
            throw new CelEvaluationException("the condition must be true or false, but is "
                    + ast.getResultType().name());
        }
        return new CompiledRule(rule, CEL.createProgram(ast));
    }

    private static void checkHoles(Policy policy, List<String> problems) {
        for (var rule : policy.rules()) {
            HOLE.matcher(rule.because()).results().map(hole -> hole.group(1)).forEach(name -> {
                if (!Vocabulary.TYPES.containsKey(name)) {
                    problems.add("rule %s: because speaks of the unknown '%s'".formatted(rule.id(), name));
                }
            });
        }
    }

    private void run(Policy.Trial trial, List<String> problems) {
        var unknownNames = new TreeSet<>(trial.given().keySet());
        unknownNames.removeAll(Vocabulary.TYPES.keySet());
        if (!unknownNames.isEmpty()) {
            problems.add("test '%s': unknown names %s".formatted(trial.name(), unknownNames));
            return;
        }
        var fired = new TreeSet<String>();
        for (var rule : rules) {
            if (Boolean.TRUE.equals(evaluate(rule, trial.given()))) {
                fired.add(rule.rule().id());
            }
        }
        if (!fired.equals(trial.fires())) {
            problems.add("test '%s': expected %s to fire, but %s did".formatted(trial.name(), trial.fires(), fired));
        }
    }

    public Policy policy() {
        return policy;
    }

    /** What one rule says about one model in one deployment. */
    public sealed interface Result {
        Policy.Rule rule();

        /** @param because the rule's reason with its values filled in */
        record Fires(Policy.Rule rule, String because) implements Result {}

        record DoesNotFire(Policy.Rule rule) implements Result {}

        record NeedsFacts(Policy.Rule rule, SortedSet<Question> questions) implements Result {}
    }

    public List<Result> evaluate(
            Profile profile, Deployment deployment, Organization organization, LicenseCatalog catalog) {
        var bound = Vocabulary.bind(profile, deployment, organization, catalog);
        var acts = new OpenActs(deployment.acts());
        return rules.stream()
                .map(rule -> acts.canBeTried() ? result(rule, bound, acts) : result(rule, bound))
                .toList();
    }

    private static Result result(CompiledRule rule, Vocabulary.Bound bound) {
        Object value = evaluate(rule, bound.values());
        if (value instanceof CelUnknownSet unknown) {
            return new Result.NeedsFacts(rule.rule(), questions(unknown, bound));
        }
        return Boolean.TRUE.equals(value)
                ? new Result.Fires(rule.rule(), fill(rule.rule().because(), bound.values()))
                : new Result.DoesNotFire(rule.rule());
    }

    private static Result result(CompiledRule rule, Vocabulary.Bound bound, OpenActs acts) {
        var outcomes = acts.outcomes(done -> result(rule, bound.with("deployment.acts", Vocabulary.ids(done))));
        var deciding = acts.deciding(outcomes.stream().map(Result::getClass).toList());
        if (deciding.isEmpty() && !(outcomes.getFirst() instanceof Result.NeedsFacts)) {
            return outcomes.getFirst();
        }
        for (var outcome : outcomes) {
            if (outcome instanceof Result.NeedsFacts(var same, var questions)) {
                deciding.addAll(questions);
            }
        }
        return new Result.NeedsFacts(rule.rule(), deciding);
    }

    private static SortedSet<Question> questions(CelUnknownSet unknown, Vocabulary.Bound bound) {
        return unknown.attributes().stream()
                .map(CelAttribute::toString)
                .flatMap(name -> bound.unknown().getOrDefault(name, java.util.Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** True, false, or the unknown names that still decide. */
    private static Object evaluate(CompiledRule rule, Map<String, Object> known) {
        var missing = Vocabulary.TYPES.keySet().stream()
                .filter(name -> !known.containsKey(name))
                .map(name -> CelAttributePattern.create(Vocabulary.structure(name))
                        .qualify(CelAttribute.Qualifier.ofString(Vocabulary.field(name))))
                .toList();
        try {
            return rule.program()
                    .eval(PartialVars.of(Vocabulary.nested(known), missing.toArray(CelAttributePattern[]::new)));
        } catch (CelEvaluationException e) {
            throw new PolicyProblem(rule.rule().id(), List.of("cannot be evaluated: " + e.getMessage()));
        }
    }

    private static String fill(String because, Map<String, Object> values) {
        return HOLE.matcher(because).replaceAll(hole -> {
            Object value = values.get(hole.group(1));
            String shown = value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : String.valueOf(value);
            return java.util.regex.Matcher.quoteReplacement(shown);
        });
    }
}
