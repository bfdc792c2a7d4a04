package licet.web.stack;

import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import licet.registry.identity.Team;
import licet.registry.identity.Teams;
import licet.registry.stack.RenewalQuery;
import licet.registry.stack.RenewalRates;
import licet.registry.stack.Renewals;
import licet.registry.stack.Stack;
import licet.registry.stack.Stacks;
import licet.rules.release.ModelFamilies;
import licet.rules.release.ModelFamily;
import licet.web.layout.Bar;
import licet.web.layout.Names;
import licet.web.layout.Texts;

/** Puts the renewal rate into words and pictures. */
@Singleton
final class RenewalPages {
    /** Between the left edges of two columns. */
    static final int STEP = 110;

    private static final int HEIGHT = 160;
    private static final int TOP = 24;
    private static final int HUNDRED = 100;
    private static final int MOST_QUARTERS = 8;
    private static final List<String> FILLS = List.of("plain", "needs", "deny");

    private final RenewalRates rates;
    private final Stacks stacks;
    private final Teams teams;
    private final ModelFamilies families;
    private final Names names;
    private final Texts texts;

    RenewalPages(RenewalRates rates, Stacks stacks, Teams teams, ModelFamilies families, Names names, Texts texts) {
        this.rates = rates;
        this.stacks = stacks;
        this.teams = teams;
        this.families = families;
        this.names = names;
        this.texts = texts;
    }

    RenewalsView show(RenewalQuery query) {
        var counted = rates.of(query);
        return new RenewalsView(
                counted,
                percent(counted.all()),
                parts(counted.all()),
                columns(query, counted.quarters()),
                List.of(
                        chart("family", counted.families(), this::family),
                        chart("license", counted.licenses(), this::license),
                        chart("developer", counted.developers(), names::developer),
                        chart("country", counted.countries(), this::country)),
                new RenewalsView.Choice(
                        stacks.list().stream().map(Stack::key).toList(),
                        query.stack().orElse(""),
                        teams.list().stream().map(Team::key).toList(),
                        query.team().orElse("")),
                csv(query));
    }

    private RenewalsView.Chart chart(String id, List<Renewals.Rate> all, UnaryOperator<String> name) {
        return new RenewalsView.Chart(
                id,
                all.stream()
                        .map(rate -> new RenewalsView.Line(name.apply(rate.of()), rate, percent(rate), parts(rate)))
                        .toList());
    }

    /** One for each quarter, also where nothing was decided; the last ones of a long time. */
    private List<RenewalsView.Column> columns(RenewalQuery query, List<Renewals.Rate> quarters) {
        var all = new ArrayList<RenewalsView.Column>();
        for (var quarter : quarters(query)) {
            var rate = quarters.stream()
                    .filter(one -> one.of().equals(quarter))
                    .findFirst()
                    .orElse(new Renewals.Rate(quarter, 0, 0, 0, 0, Optional.empty()));
            int height = (int) Math.round(HEIGHT * rate.rate().orElse(0.0));
            all.add(new RenewalsView.Column(rate, percent(rate), all.size() * STEP, TOP + HEIGHT - height, height));
        }
        return all;
    }

    private static List<String> quarters(RenewalQuery query) {
        var first = query.from().with(IsoFields.DAY_OF_QUARTER, 1);
        var latest = query.to().with(IsoFields.DAY_OF_QUARTER, 1).minus(MOST_QUARTERS - 1L, IsoFields.QUARTER_YEARS);
        return Stream.iterate(
                        first.isBefore(latest) ? latest : first,
                        day -> !day.isAfter(query.to()),
                        day -> day.plus(1, IsoFields.QUARTER_YEARS))
                .map(day -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR))
                .toList();
    }

    private static List<Bar.Part> parts(Renewals.Rate rate) {
        return Bar.stacked(List.of(rate.renewed(), rate.replaced(), rate.retired()), FILLS);
    }

    private String percent(Renewals.Rate rate) {
        return rate.rate()
                .map(share -> texts.get("renewals.percent", Math.round(HUNDRED * share)))
                .orElse(texts.get("renewals.nothing"));
    }

    private String family(String key) {
        return families.find(key).map(ModelFamily::name).orElse(key);
    }

    private String license(String key) {
        return switch (key) {
            case "unclear" -> texts.get("stacks.license.unclear");
            case "unknown" -> texts.get("stacks.license.unknown");
            default -> names.license(key);
        };
    }

    private String country(String code) {
        return names.country(code).orElseGet(() -> texts.get("dashboard.country.unknown"));
    }

    private static String csv(RenewalQuery query) {
        var address =
                UriBuilder.of("/renewals.csv").queryParam("from", query.from()).queryParam("to", query.to());
        query.stack().ifPresent(stack -> address.queryParam("stack", stack));
        query.team().ifPresent(team -> address.queryParam("team", team));
        return address.build().toString();
    }
}
