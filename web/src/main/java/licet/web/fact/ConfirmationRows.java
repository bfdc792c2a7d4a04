package licet.web.fact;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.change.DueFact;
import licet.registry.change.DueFact.Subject;
import licet.registry.change.FactConfirmations;
import licet.registry.change.FactRights;
import licet.registry.fact.CurrentFacts;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.web.layout.Texts;

/** Puts reminders into words. */
@Singleton
final class ConfirmationRows {
    static final String ORGANIZATION = "/organization/confirmations";

    private final FactConfirmations confirmations;
    private final OrganizationWords words;
    private final Texts texts;

    ConfirmationRows(FactConfirmations confirmations, OrganizationWords words, Texts texts) {
        this.confirmations = confirmations;
        this.words = words;
        this.texts = texts;
    }

    static String ofDeployment(String key) {
        return "/deployments/" + key + "/confirmation";
    }

    List<ConfirmationRow> organization(CurrentFacts current, Principal caller) {
        return confirmations.list().stream()
                .flatMap(fact -> fact.subject() instanceof Subject.OfOrganization subject
                        ? Stream.of(figure(fact, subject, current.organization(), caller))
                        : Stream.empty())
                .toList();
    }

    List<ConfirmationRow> deployment(String key, boolean mayChange) {
        return confirmations.list().stream()
                .flatMap(fact -> fact.subject() instanceof Subject.OfDeployment subject
                                && subject.key().value().equals(key)
                        ? Stream.of(deployment(fact, subject, mayChange))
                        : Stream.empty())
                .toList();
    }

    private ConfirmationRow figure(
            DueFact fact, Subject.OfOrganization subject, CurrentFacts.VersionedOrganization stored, Principal caller) {
        var figure = subject.figure();
        var what = String.join(
                ", ",
                words.metric(figure),
                words.name(figure.entity(), stored.organization()),
                words.over(figure),
                words.period(figure));
        boolean confirms = fact.confirmable() && FactRights.mayConfirm(fact.owner(), caller);
        var form = fact.confirmable() ? "/organization/figures/" + subject.at() : "/organization/figures/new";
        return row(
                fact,
                what,
                Optional.of(ORGANIZATION).filter(_ -> confirms),
                stored.version(),
                Optional.of(subject.at()),
                Optional.of(form).filter(_ -> mayCorrect(caller)));
    }

    /** The form asks for the role at its door, and its owner for the sight of figures. */
    private static boolean mayCorrect(Principal caller) {
        return caller.has(Role.ADMINISTRATOR) && FactRights.mayChangeOrganization(caller);
    }

    private ConfirmationRow deployment(DueFact fact, Subject.OfDeployment subject, boolean mayChange) {
        var key = subject.key().value();
        return row(
                fact,
                subject.name(),
                Optional.of(ofDeployment(key)).filter(_ -> mayChange),
                subject.version(),
                Optional.empty(),
                Optional.of("/deployments/" + key + "/edit").filter(_ -> mayChange));
    }

    private ConfirmationRow row(
            DueFact fact,
            String what,
            Optional<String> action,
            int version,
            Optional<Integer> figure,
            Optional<String> correct) {
        return new ConfirmationRow(
                what,
                fact.owner().equals(DueFact.NO_TEAM) ? texts.get("confirmations.keepers") : fact.owner(),
                fact.rhythm().word(),
                fact.asOf(),
                fact.due(),
                fact.overdue(),
                fact.confirmable(),
                action,
                version,
                figure,
                correct);
    }
}
