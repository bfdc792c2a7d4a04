package licet.registry.compare;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import licet.registry.decision.Judge;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;

/** Holds a few models against each other for one deployment. */
@Singleton
public class Comparisons {
    /** More columns than that nobody reads side by side. */
    public static final int MOST = 10;

    private final Subjects subjects;
    private final Opinions opinions;
    private final Columns columns;
    private final Facts facts;

    Comparisons(Subjects subjects, Opinions opinions, Columns columns, Facts facts) {
        this.subjects = subjects;
        this.opinions = opinions;
        this.columns = columns;
        this.facts = facts;
    }

    /**
     * What could be compared, and what could not.
     *
     * @param problems each names one model with what to write instead
     */
    public record Checked(Comparison comparison, List<FieldError> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Compares all models or none.
     *
     * @param models as {@link AskedModel} is written, 1 to {@value #MOST}
     * @param showValues whether the reader may see figures
     */
    public Comparison compare(DeploymentKey deployment, List<String> models, boolean showValues) {
        if (models.isEmpty()) {
            throw new RegistryProblem.Malformed(
                            "model", null, "name one to " + MOST + " models, for example ?model=owner/name")
                    .asException();
        }
        var problems = tooMany(models);
        var found = problems.isEmpty() ? subjects.find(models) : new Subjects.Found(List.of(), problems);
        if (!found.problems().isEmpty()) {
            throw new RegistryProblem.Malformed(found.problems()).asException();
        }
        return compare(deployment, found, showValues);
    }

    /** Compares what can be compared, for people who mend their list while they read. */
    public Checked check(DeploymentKey deployment, List<String> models, boolean showValues) {
        var problems = new ArrayList<>(tooMany(models));
        var found = subjects.find(models.stream().limit(MOST).toList());
        problems.addAll(found.problems());
        return new Checked(compare(deployment, found, showValues), problems);
    }

    private static List<FieldError> tooMany(List<String> models) {
        return models.size() <= MOST
                ? List.of()
                : List.of(new FieldError(
                        "model",
                        Integer.toString(models.size()),
                        "name at most %d models; leave out %d".formatted(MOST, models.size() - MOST)));
    }

    private Comparison compare(DeploymentKey deployment, Subjects.Found found, boolean showValues) {
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> Verdicts.unknownDeployment(deployment, current));
        var of = Judge.Case.of(current, stored, showValues);
        var duties = new SharedObligations();
        var models = new ArrayList<ComparedModel>();
        for (var subject : found.subjects()) {
            var verdict = opinions.of(subject, of);
            models.add(columns.of(subject, verdict));
            duties.add(subject.asked().written(), verdict);
        }
        return new Comparison(
                new VerdictDocument.DeploymentRef(
                        stored.deployment().key().value(), stored.deployment().name(), stored.version()),
                models,
                duties.list(models.size()),
                Aspect.differing(models));
    }
}
