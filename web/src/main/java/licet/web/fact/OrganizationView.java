package licet.web.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The facts of the organization.
 *
 * @param showValues whether the reader may see figures
 * @param due figures that somebody should confirm or correct
 * @param maxAgeDays how old a current figure may be under the policy in force
 */
public record OrganizationView(
        int version,
        boolean showValues,
        boolean mayChange,
        int maxAgeDays,
        List<Entity> entities,
        EntityDrawing picture,
        List<Holding> holdings,
        List<Figure> figures,
        List<ConfirmationRow> due,
        Exchange exchange,
        List<FactRow.Version> versions) {
    public OrganizationView {
        entities = List.copyOf(entities);
        holdings = List.copyOf(holdings);
        figures = List.copyOf(figures);
        due = List.copyOf(due);
        versions = List.copyOf(versions);
    }

    /** How many figures should be looked at. */
    public long aged() {
        return figures.stream().filter(figure -> figure.age().isWarning()).count();
    }

    /** @param facts all but the name, in words */
    public record Entity(String key, String name, List<FactRow> facts) {
        public Entity {
            facts = List.copyOf(facts);
        }
    }

    public record Holding(
            String owner,
            String owned,
            String share,
            String directs,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            boolean held) {}

    /**
     * @param over over whom it is counted
     * @param value with its unit; empty where the reader may not see it
     * @param recorded when it was saved as it is
     */
    public record Figure(
            String metric,
            String entity,
            String over,
            String period,
            Optional<String> value,
            String unit,
            LocalDate asOf,
            String source,
            String owner,
            Optional<Instant> recorded,
            Age age,
            List<Earlier> earlier) {
        public Figure {
            earlier = List.copyOf(earlier);
        }
    }

    /** @param kind a word of the closed list of ages */
    public record Age(String kind, Optional<LocalDate> day) {
        public boolean isWarning() {
            return switch (kind) {
                case "fresh", "of-its-time" -> false;
                default -> true;
            };
        }
    }

    public record Earlier(int version, Instant at, Optional<String> by, Optional<String> value, LocalDate asOf) {}

    public record Exchange(String margin, List<Rate> rates) {
        public Exchange {
            rates = List.copyOf(rates);
        }
    }

    public record Rate(String from, String to, String rate, LocalDate asOf, String source, Age age) {}
}
