package licet.registry.change;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import licet.registry.fact.Facts;
import licet.rules.facts.Exchange;
import licet.rules.facts.Figures.Figure;
import licet.rules.facts.Organization;

/** Figures and rates on record, each with when it was recorded, what stood there before, and how long it counts. */
@Singleton
public class FactRecords {
    private final Facts facts;
    private final Clock clock;

    FactRecords(Facts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param recorded when it was first saved as it is now; empty where that lies before the versions looked at
     * @param earlier what stood in its place, the newest first
     */
    public record Recorded(Figure figure, FigureAge age, Optional<Instant> recorded, List<Earlier> earlier) {
        public Recorded {
            earlier = List.copyOf(earlier);
        }
    }

    /** A figure that was corrected. @param by who saved it */
    public record Earlier(int version, Instant at, Optional<String> by, Figure figure) {}

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** How many days a current figure may be old under the policy in force. */
    public int maxAgeDays() {
        return facts.current().policy().policy().factsMaxAgeDays();
    }

    /** @param versions of the organization, the newest first */
    public List<Recorded> figures(Organization organization, List<FactVersion<Organization>> versions) {
        var all = organization.figures().all();
        return all.stream()
                .map(figure -> new Recorded(
                        figure,
                        FigureAge.of(figure, all, today(), maxAgeDays()),
                        recorded(figure, versions),
                        earlier(figure, versions)))
                .toList();
    }

    public FigureAge age(Exchange.Rate rate, Exchange exchange) {
        return FigureAge.of(rate, exchange.rates(), today(), maxAgeDays());
    }

    private static Optional<Instant> recorded(Figure figure, List<FactVersion<Organization>> versions) {
        Optional<Instant> since = Optional.empty();
        for (var version : versions) {
            if (!version.body().figures().all().contains(figure)) {
                return since;
            }
            since = Optional.of(version.at());
        }
        return since;
    }

    private static List<Earlier> earlier(Figure figure, List<FactVersion<Organization>> versions) {
        var all = new ArrayList<Earlier>();
        var shown = figure;
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var then = find(version, other -> samePlace(figure, other));
            if (then.isPresent() && !then.get().equals(shown)) {
                shown = then.get();
                all.add(new Earlier(version.version(), version.at(), version.by(), shown));
            } else if (then.isPresent() && !all.isEmpty()) {
                // It goes further back than the version just seen.
                all.set(all.size() - 1, new Earlier(version.version(), version.at(), version.by(), shown));
            }
        }
        return all;
    }

    private static Optional<Figure> find(FactVersion<Organization> version, Predicate<Figure> which) {
        return version.body().figures().all().stream().filter(which).findFirst();
    }

    /** Whether one is a correction of the other. */
    public static boolean samePlace(Figure one, Figure other) {
        return one.metric() == other.metric()
                && one.entity().equals(other.entity())
                && one.breadth() == other.breadth()
                && one.period().equals(other.period())
                && one.control() == other.control()
                && one.deployment().equals(other.deployment());
    }
}
