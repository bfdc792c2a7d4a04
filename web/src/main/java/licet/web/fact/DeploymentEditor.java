package licet.web.fact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.change.DeploymentChanges;
import licet.registry.change.FactPreview;
import licet.rules.facts.Deployment;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** The form of one deployment. */
@Singleton
final class DeploymentEditor {
    private final DeploymentChanges changes;
    private final DeploymentPages pages;
    private final FactFields fields;
    private final Texts texts;

    DeploymentEditor(DeploymentChanges changes, DeploymentPages pages, FactFields fields, Texts texts) {
        this.changes = changes;
        this.pages = pages;
        this.fields = fields;
        this.texts = texts;
    }

    /**
     * One sight of the form.
     *
     * @param stored the deployment that is changed; empty for a new one
     */
    record Sight(
            Optional<Deployment> stored,
            String formToken,
            int from,
            Typed typed,
            List<FormProblem> problems,
            Optional<FactPreview> preview,
            String previewed) {
        Sight {
            problems = List.copyOf(problems);
        }

        static Sight fresh(Optional<Deployment> stored, String formToken, int from, Typed typed) {
            return new Sight(stored, formToken, from, typed, List.of(), Optional.empty(), "");
        }
    }

    FactEditView view(Sight sight, boolean conflict) {
        var groups = new ArrayList<FactField.Group>();
        var content = new FactFields.Content(
                DeploymentPages.KIND,
                sight.typed(),
                sight.problems(),
                DeploymentFields.hinted().toList());
        boolean isNew = sight.stored().isEmpty();
        DeploymentFields.GROUPS.forEach((name, definitions) -> {
            var asked = Stream.concat(
                            isNew && name.equals("about") ? Stream.of(DeploymentFields.KEY) : Stream.empty(),
                            definitions.stream())
                    .map(definition -> field(definition, content))
                    .toList();
            groups.add(new FactField.Group(texts.get("deployment.group." + name), asked));
        });
        return new FactEditView(
                heading(sight.stored()),
                address(sight.stored()),
                sight.formToken(),
                sight.from(),
                groups,
                sight.problems(),
                sight.preview(),
                sight.previewed(),
                conflict
                        ? sight.stored()
                                .flatMap(stored ->
                                        pages.conflict(stored, sight.typed().from()))
                        : Optional.empty(),
                false);
    }

    private FactField field(Definition definition, FactFields.Content content) {
        return definition.equals(DeploymentFields.LICENSEE)
                ? fields.entity(
                        definition, content, changes.current().organization().organization())
                : fields.field(definition, content);
    }

    private FactEditView.Heading heading(Optional<Deployment> stored) {
        return new FactEditView.Heading(
                stored.map(one -> texts.get("deployment.edit.title", one.name()))
                        .orElseGet(() -> texts.get("deployment.new.title")),
                texts.get(stored.isPresent() ? "deployment.edit.lede" : "deployment.new.lede"),
                texts.get("deployments.title"),
                stored.map(one -> "/deployments/" + one.key()).orElse("/deployments"));
    }

    private static String address(Optional<Deployment> stored) {
        return stored.map(one -> "/deployments/" + one.key() + "/edit").orElse("/new-deployment");
    }
}
