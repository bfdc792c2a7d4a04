package licet.web.fact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.change.AnswerCounts;
import licet.registry.change.DeploymentChanges;
import licet.registry.change.DeploymentRights;
import licet.registry.change.FactHistory;
import licet.registry.change.FactPreview;
import licet.registry.change.FactVersion;
import licet.registry.identity.Team;
import licet.registry.platform.http.Principal;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.web.layout.Texts;

/** Puts the pages of deployments together. */
@Singleton
final class DeploymentPages {
    static final String KIND = "deployment";
    private static final FactPreview.Answers NONE = new FactPreview.Answers(0, 0, 0);

    private final DeploymentChanges changes;
    private final DeploymentRights rights;
    private final AnswerCounts counts;
    private final FactHistory history;
    private final FactWords words;
    private final ConfirmationRows confirmations;
    private final Texts texts;

    DeploymentPages(
            DeploymentChanges changes,
            DeploymentRights rights,
            AnswerCounts counts,
            FactHistory history,
            FactWords words,
            ConfirmationRows confirmations,
            Texts texts) {
        this.changes = changes;
        this.rights = rights;
        this.counts = counts;
        this.history = history;
        this.words = words;
        this.confirmations = confirmations;
        this.texts = texts;
    }

    DeploymentsView list(boolean mayChange) {
        var answers = counts.byDeployment();
        var current = changes.current();
        return new DeploymentsView(
                current.deployments().stream()
                        .map(stored -> row(
                                stored.deployment(),
                                organization(),
                                answers.getOrDefault(stored.deployment().key().value(), NONE)))
                        .toList(),
                mayChange);
    }

    private Organization organization() {
        return changes.current().organization().organization();
    }

    private DeploymentsView.Row row(Deployment deployment, Organization organization, FactPreview.Answers answers) {
        var typed = DeploymentForm.typed(deployment);
        return new DeploymentsView.Row(
                deployment.key().value(),
                deployment.name(),
                licensee(deployment.licensee().value(), organization),
                words.word("stage", typed.one("stage")),
                words.word("channel", typed.one("channel")),
                answers);
    }

    DeploymentView show(String key, Principal caller) {
        var stored = changes.get(key);
        var deployment = stored.deployment();
        return new DeploymentView(
                key,
                deployment.name(),
                stored.version(),
                rights.findOwner(key).map(Team::name),
                counts.byDeployment().getOrDefault(key, NONE),
                confirmations.deployment(key, rights.mayChange(key, caller)),
                groups(DeploymentForm.typed(deployment)),
                versions(history.ofDeployment(deployment.key())),
                rights.mayChange(key, caller));
    }

    private List<FactRow.Group> groups(Typed typed) {
        return DeploymentFields.GROUPS.entrySet().stream()
                .map(group -> new FactRow.Group(
                        texts.get("deployment.group." + group.getKey()),
                        group.getValue().stream()
                                .map(field -> fact(field, typed))
                                .toList()))
                .toList();
    }

    private FactRow fact(Definition field, Typed typed) {
        return new FactRow(
                words.label(KIND, field),
                value(field, typed),
                !typed.all(field.id()).equals(List.of(Definition.UNKNOWN)));
    }

    private String value(Definition field, Typed typed) {
        return field.equals(DeploymentFields.LICENSEE)
                ? licensee(typed.one(field.id()), organization())
                : words.value(field, typed.all(field.id()));
    }

    /** An entity that is no longer on record stands with its key. */
    private static String licensee(String key, Organization organization) {
        return organization.entities().stream()
                .filter(entity -> entity.key().value().equals(key))
                .map(Organization.Entity::name)
                .findFirst()
                .orElse(key);
    }

    private List<FactRow.Version> versions(List<FactVersion<Deployment>> all) {
        var rows = new ArrayList<FactRow.Version>();
        for (int i = 0; i < all.size(); i++) {
            var version = all.get(i);
            var before = all.stream().skip(i + 1L).findFirst();
            rows.add(new FactRow.Version(
                    version.version(),
                    version.at(),
                    version.by(),
                    before.isEmpty(),
                    before.map(one -> changes(one.body(), version.body())).orElse(List.of())));
        }
        return rows;
    }

    List<FactRow.Change> changes(Deployment before, Deployment after) {
        var old = DeploymentForm.typed(before);
        var now = DeploymentForm.typed(after);
        return DeploymentFields.all()
                .filter(field -> !old.all(field.id()).equals(now.all(field.id())))
                .map(field -> new FactRow.Change(
                        words.label(KIND, field), Optional.of(value(field, old)), Optional.of(value(field, now))))
                .toList();
    }

    /** What was saved after the version from which a change started. */
    Optional<FactEditView.Conflict> conflict(Deployment stored, int from) {
        var all = history.ofDeployment(stored.key());
        var base = all.stream().filter(version -> version.version() == from).findFirst();
        return all.stream()
                .findFirst()
                .map(newest -> new FactEditView.Conflict(
                        newest.version(),
                        newest.by(),
                        base.map(old -> changes(old.body(), newest.body())).orElse(List.of())));
    }
}
