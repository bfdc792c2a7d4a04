package licet.web.fact;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import licet.registry.change.FactHistory;
import licet.registry.change.FactRecords;
import licet.registry.change.FactRights;
import licet.registry.change.FactVersion;
import licet.registry.change.FigureAge;
import licet.registry.change.OrganizationChanges;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Principal;
import licet.rules.facts.Country;
import licet.rules.facts.Exchange;
import licet.rules.facts.Holding;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.web.layout.Texts;

/** Puts the page of the organization together. */
@Singleton
final class OrganizationPages {
    private final OrganizationChanges changes;
    private final FactHistory history;
    private final FactRecords records;
    private final OrganizationWords words;
    private final ConfirmationRows confirmations;
    private final Texts texts;

    OrganizationPages(
            OrganizationChanges changes,
            FactHistory history,
            FactRecords records,
            OrganizationWords words,
            ConfirmationRows confirmations,
            Texts texts) {
        this.changes = changes;
        this.history = history;
        this.records = records;
        this.words = words;
        this.confirmations = confirmations;
        this.texts = texts;
    }

    OrganizationView show(Principal caller) {
        boolean showValues = Readers.seesValues(caller);
        var stored = changes.current().organization();
        var organization = stored.organization();
        var versions = history.ofOrganization();
        return new OrganizationView(
                stored.version(),
                showValues,
                FactRights.mayChangeOrganization(caller),
                records.maxAgeDays(),
                IntStream.range(0, organization.entities().size())
                        .mapToObj(at -> entity(organization, at))
                        .toList(),
                picture(organization),
                organization.holdings().stream()
                        .map(holding -> holding(holding, organization))
                        .toList(),
                records.figures(organization, versions).stream()
                        .map(figure -> figure(figure, organization, showValues))
                        .toList(),
                confirmations.organization(changes.current(), caller),
                exchange(organization.exchange()),
                versions(versions, showValues));
    }

    private OrganizationView.Entity entity(Organization organization, int at) {
        var entity = organization.entities().get(at);
        return new OrganizationView.Entity(entity.key().value(), entity.name(), words.facts(organization, at));
    }

    private EntityDrawing picture(Organization organization) {
        return EntityDrawing.of(
                organization.entities().stream()
                        .map(entity -> new EntityDrawing.Node(
                                entity.key().value(),
                                entity.name(),
                                entity.seat()
                                        .find()
                                        .map(Country::code)
                                        .map(CountryNames::name)
                                        .orElseGet(() -> texts.get("organization.seatUnknown"))))
                        .toList(),
                organization.holdings().stream()
                        .map(holding -> new EntityDrawing.Edge(
                                holding.owner().value(),
                                holding.owned().value(),
                                words.share(holding),
                                isHeld(holding, records.today())))
                        .toList());
    }

    private static boolean isHeld(Holding holding, LocalDate day) {
        return holding.from().map(from -> !day.isBefore(from)).orElse(true)
                && holding.until().map(day::isBefore).orElse(true);
    }

    private OrganizationView.Holding holding(Holding holding, Organization organization) {
        return new OrganizationView.Holding(
                words.name(holding.owner(), organization),
                words.name(holding.owned(), organization),
                words.share(holding),
                words.directs(holding),
                holding.from(),
                holding.until(),
                isHeld(holding, records.today()));
    }

    private OrganizationView.Figure figure(
            FactRecords.Recorded recorded, Organization organization, boolean showValues) {
        var figure = recorded.figure();
        return new OrganizationView.Figure(
                words.metric(figure),
                words.name(figure.entity(), organization),
                words.over(figure),
                words.period(figure),
                showValues ? Optional.of(words.number(figure.value())) : Optional.empty(),
                figure.unit(),
                figure.asOf(),
                figure.source(),
                figure.owner(),
                recorded.recorded(),
                age(recorded.age()),
                recorded.earlier().stream()
                        .map(earlier -> new OrganizationView.Earlier(
                                earlier.version(),
                                earlier.at(),
                                earlier.by(),
                                showValues ? Optional.of(words.amount(earlier.figure())) : Optional.empty(),
                                earlier.figure().asOf()))
                        .toList());
    }

    private static OrganizationView.Age age(FigureAge age) {
        return new OrganizationView.Age(Ids.of(age.kind()), age.day());
    }

    private OrganizationView.Exchange exchange(Exchange exchange) {
        return new OrganizationView.Exchange(
                words.number(exchange.marginPercent()),
                exchange.rates().stream()
                        .map(rate -> new OrganizationView.Rate(
                                rate.from(),
                                rate.to(),
                                words.number(rate.rate()),
                                rate.asOf(),
                                rate.source(),
                                age(records.age(rate, exchange))))
                        .toList());
    }

    private List<FactRow.Version> versions(List<FactVersion<Organization>> all, boolean showValues) {
        var rows = new ArrayList<FactRow.Version>();
        for (int i = 0; i < all.size(); i++) {
            var version = all.get(i);
            boolean first = i + 1 == all.size();
            rows.add(new FactRow.Version(
                    version.version(),
                    version.at(),
                    version.by(),
                    first,
                    first ? List.of() : words.changes(all.get(i + 1).body(), version.body(), showValues)));
        }
        return rows;
    }

    /** What was saved after the version from which a change started. Only those who see figures change them. */
    Optional<FactEditView.Conflict> conflict(int from) {
        var all = history.ofOrganization();
        var base = all.stream().filter(version -> version.version() == from).findFirst();
        return all.stream()
                .findFirst()
                .map(newest -> new FactEditView.Conflict(
                        newest.version(),
                        newest.by(),
                        base.map(old -> words.changes(old.body(), newest.body(), true))
                                .orElse(List.of())));
    }
}
