package licet.registry.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.identity.Team;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Figures;
import licet.rules.facts.Figures.Figure;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;

/** Reminds of facts before they age out, and records that they still hold. What was decided keeps the older version. */
@Singleton
public class FactConfirmations {
    static final int REMINDED_DAYS = 14;

    private final Facts facts;
    private final FactRecords records;
    private final FactRhythms rhythms;
    private final DeploymentRights rights;
    private final Database database;
    private final VerdictTable answers;

    FactConfirmations(
            Facts facts,
            FactRecords records,
            FactRhythms rhythms,
            DeploymentRights rights,
            Database database,
            VerdictTable answers) {
        this.facts = facts;
        this.records = records;
        this.rhythms = rhythms;
        this.rights = rights;
        this.database = database;
        this.answers = answers;
    }

    /** What is overdue or will be within two weeks, the most pressing first. */
    public List<DueFact> list() {
        var current = facts.current();
        return Stream.concat(figures(current), deployments(current))
                .filter(fact -> !fact.due().isAfter(records.today().plusDays(REMINDED_DAYS)))
                .sorted(Comparator.comparing(DueFact::due).thenComparing(DueFact::owner))
                .toList();
    }

    private Stream<DueFact> figures(CurrentFacts current) {
        var organization = current.organization().organization();
        var recorded = records.figures(organization, List.of());
        return IntStream.range(0, recorded.size())
                .mapToObj(at -> figure(at, recorded.get(at)))
                .flatMap(Optional::stream);
    }

    private Optional<DueFact> figure(int at, FactRecords.Recorded recorded) {
        var figure = recorded.figure();
        var subject = new DueFact.Subject.OfOrganization(at, figure);
        var rhythm = rhythms.of(figure.owner());
        var byRhythm = rhythm.after(figure.asOf());
        var byPolicy = figure.asOf().plusDays(records.maxAgeDays());
        var due = byRhythm.isBefore(byPolicy) ? byRhythm : byPolicy;
        return switch (recorded.age().kind()) {
            case OF_ITS_TIME, NOT_YET -> Optional.empty();
            case MONTH_PASSED ->
                Optional.of(new DueFact(
                        subject, figure.owner(), rhythm, figure.asOf(), lastDay(figure.period()), true, false));
            case FRESH, SOON, OLD -> Optional.of(due(subject, figure.owner(), figure.asOf(), due));
        };
    }

    /** A figure of a month counts for the month before today's, so until the end of the next one. */
    private static LocalDate lastDay(Period month) {
        return YearMonth.parse(month.value()).plusMonths(1).atEndOfMonth();
    }

    private Stream<DueFact> deployments(CurrentFacts current) {
        Map<String, Instant> days = database
                .read(sql -> sql.list(
                        "SELECT d.key, v.created_at FROM deployment d JOIN deployment_version v"
                                + " ON v.key = d.key AND v.version = d.current_version",
                        row -> Map.entry(row.getString("key"), Statements.getInstant(row, "created_at"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return current.deployments().stream().map(stored -> {
            var key = stored.deployment().key().value();
            var saved = Objects.requireNonNull(days.get(key), key);
            return deployment(stored, LocalDate.ofInstant(saved, ZoneOffset.UTC));
        });
    }

    /** People leave and teams stay: a team's deployments are waited for by whoever is in the team on that day. */
    private DueFact deployment(CurrentFacts.VersionedDeployment stored, LocalDate day) {
        var deployment = stored.deployment();
        var team = rights.findOwner(deployment.key().value());
        var rhythm = rhythms.ofTeam(team.map(Team::key));
        var due = rhythm.after(day);
        return new DueFact(
                new DueFact.Subject.OfDeployment(deployment.key(), deployment.name(), stored.version()),
                team.map(Team::name).orElse(DueFact.NO_TEAM),
                rhythm,
                day,
                due,
                due.isBefore(records.today()),
                true);
    }

    private DueFact due(DueFact.Subject subject, String owner, LocalDate asOf, LocalDate due) {
        return new DueFact(subject, owner, rhythms.of(owner), asOf, due, due.isBefore(records.today()), true);
    }

    /**
     * The same value, known as of today. Who said so stands with the version and in the audit log.
     *
     * @param at place among the figures, counted from 0
     * @param from the version that the person looked at
     * @return the version that holds now
     */
    public int confirmFigure(int at, int from, Principal by) {
        requirePerson(by);
        var stored = facts.current().organization();
        if (stored.version() != from) {
            throw new RegistryProblem.ChangedMeanwhile("organization", "profile").asException();
        }
        var organization = stored.organization();
        var all = new ArrayList<>(organization.figures().all());
        if (at < 0 || at >= all.size() || !isConfirmable(at)) {
            throw new RegistryProblem.NotFound("fact to confirm", Integer.toString(at)).asException();
        }
        FactRights.requireConfirmation(all.get(at).owner(), by);
        all.set(at, knownToday(all.get(at)));
        var changed = new Organization(
                organization.entities(), organization.holdings(), new Figures(all), organization.exchange());
        return filled(facts.confirmOrganization(changed, from, by.actor()));
    }

    /** Nothing about the deployment has changed; the new version says since when that is known. */
    public int confirmDeployment(DeploymentKey key, int from, Principal by) {
        requirePerson(by);
        rights.require(key.value(), by);
        var stored = facts.current()
                .find(key)
                .orElseThrow(() -> new RegistryProblem.NotFound("deployment", key.value()).asException());
        return filled(facts.confirmDeployment(stored.deployment(), from, by.actor()));
    }

    /** Lists would say NEEDS until the next turn of the task that does the same. */
    private int filled(int version) {
        answers.fill();
        return version;
    }

    private boolean isConfirmable(int at) {
        return figures(facts.current())
                .anyMatch(fact -> fact.confirmable()
                        && fact.subject() instanceof DueFact.Subject.OfOrganization(var place, var _)
                        && place == at);
    }

    private Figure knownToday(Figure figure) {
        return new Figure(
                figure.metric(),
                figure.entity(),
                figure.breadth(),
                figure.period(),
                figure.value(),
                figure.unit(),
                records.today(),
                figure.source(),
                figure.owner(),
                figure.control(),
                figure.deployment());
    }

    /** A program cannot know that a fact still holds. */
    private static void requirePerson(Principal by) {
        if (!(by.via() instanceof Principal.Via.Session)) {
            throw new RegistryProblem.Forbidden("a person who is signed in").asException();
        }
    }
}
