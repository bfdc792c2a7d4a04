package licet.web.compare;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.registry.catalog.LocalCatalog;
import licet.registry.compare.ComparedModel;
import licet.registry.compare.Comparison;
import licet.registry.compare.Comparisons;
import licet.registry.fact.Facts;
import licet.registry.platform.problem.FieldError;
import licet.rules.facts.DeploymentKey;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** Puts the page of a comparison together. */
@Singleton
final class ComparePages {
    /** Of the field into which names are written. */
    private static final String FIELD = "add";

    private final Comparisons comparisons;
    private final CompareLines lines;
    private final Facts facts;
    private final Texts texts;

    ComparePages(Comparisons comparisons, CompareLines lines, Facts facts, Texts texts) {
        this.comparisons = comparisons;
        this.lines = lines;
        this.facts = facts;
        this.texts = texts;
    }

    CompareView of(Optional<DeploymentKey> asked, List<String> models, boolean showValues) {
        var current = facts.current();
        var deployment = DeploymentChoice.chosen(current, asked);
        var checked = comparisons.check(deployment, models, showValues);
        var comparison = checked.comparison();
        var columns = comparison.models().stream()
                .map(model -> column(model, comparison))
                .toList();
        return new CompareView(
                DeploymentChoice.of(current, deployment),
                deployment.value(),
                checked.problems().stream().map(this::problem).toList(),
                checked.problems().stream()
                        .flatMap(problem -> Optional.ofNullable(problem.value()).stream())
                        .filter(models::contains)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                columns.size() >= Comparisons.MOST,
                columns,
                columns.isEmpty() ? List.of() : lines.of(comparison),
                comparison.obligations().stream()
                        .map(duty -> task(duty, comparison))
                        .toList());
    }

    private FormProblem problem(FieldError error) {
        return new FormProblem(
                FIELD,
                texts.get("compare.problem", Optional.ofNullable(error.value()).orElse(""), error.mend()));
    }

    private static CompareView.Column column(ComparedModel model, Comparison comparison) {
        String deployment = comparison.deployment().key();
        boolean imported = isImported(model);
        int slash = model.model().indexOf('/');
        var others = comparison.models().stream()
                .map(ComparedModel::asked)
                .filter(other -> !other.equals(model.asked()))
                .toList();
        return new CompareView.Column(
                model.asked(),
                model.model().substring(0, Math.max(slash, 0)),
                model.model().substring(slash + 1),
                imported,
                model.tier().equals("stated"),
                model.opinion().answer(),
                CompareAddress.ofModel(model.model(), imported, deployment),
                CompareAddress.of(deployment, others),
                "/models/" + model.model() + "/alternatives?deployment=" + deployment
                        + (imported ? "&source=local" : ""));
    }

    static boolean isImported(ComparedModel model) {
        return model.source().equals(LocalCatalog.SOURCE);
    }

    private static CompareView.Task task(Comparison.Obligation duty, Comparison comparison) {
        return new CompareView.Task(
                duty,
                comparison.models().stream()
                        .filter(model -> duty.models().contains(model.asked()))
                        .map(ComparedModel::model)
                        .toList());
    }
}
