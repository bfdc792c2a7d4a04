package licet.web.fact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.change.FactPreview;
import licet.registry.change.OrganizationChanges;
import licet.rules.facts.Organization;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** The form of one entity, holding, figure or rate. */
@Singleton
final class OrganizationEditor {
    private final OrganizationChanges changes;
    private final OrganizationPages pages;
    private final FactFields fields;
    private final Texts texts;

    OrganizationEditor(OrganizationChanges changes, OrganizationPages pages, FactFields fields, Texts texts) {
        this.changes = changes;
        this.pages = pages;
        this.fields = fields;
        this.texts = texts;
    }

    /** One sight of the form. */
    record Sight(
            OrganizationForm.Item item,
            String formToken,
            int from,
            Typed typed,
            List<FormProblem> problems,
            Optional<FactPreview> preview,
            String previewed) {
        Sight {
            problems = List.copyOf(problems);
        }
    }

    FactEditView view(Sight sight, boolean conflict) {
        var part = sight.item().part();
        var content = new FactFields.Content(
                part.kind(), sight.typed(), sight.problems(), part.hinted().toList());
        var organization = changes.current().organization().organization();
        return new FactEditView(
                new FactEditView.Heading(
                        texts.get(part.kind() + (sight.item().at().isPresent() ? ".edit" : ".new")),
                        texts.get("organization.edit.lede"),
                        texts.get("organization.title"),
                        "/organization"),
                "/organization/" + part.word() + "/" + sight.item().word(),
                sight.formToken(),
                sight.from(),
                List.of(new FactField.Group(
                        texts.get(part.kind() + ".one"),
                        part.fields().stream()
                                .map(field -> field(part, field, content, organization))
                                .toList())),
                sight.problems(),
                sight.preview(),
                sight.previewed(),
                conflict ? pages.conflict(sight.typed().from()) : Optional.empty(),
                sight.item().at().isPresent());
    }

    private FactField field(
            OrganizationPart part, Definition field, FactFields.Content content, Organization organization) {
        if (field.id().equals("deployment")) {
            return fields.field(field, content, deployments(content.typed().one(field.id())));
        }
        return part.isEntity(field) ? fields.entity(field, content, organization) : fields.field(field, content);
    }

    private List<FactField.Option> deployments(String chosen) {
        var all = new ArrayList<FactField.Option>();
        all.add(new FactField.Option("", texts.get("organization.everyDeployment"), chosen.isEmpty()));
        changes.current().deployments().forEach(stored -> {
            String key = stored.deployment().key().value();
            all.add(new FactField.Option(key, stored.deployment().name(), chosen.equals(key)));
        });
        return all;
    }
}
