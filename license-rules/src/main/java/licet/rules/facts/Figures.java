package licet.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import licet.rules.Check;
import licet.rules.license.Threshold;

/** Numbers about entities and products, each with where it comes from. */
public record Figures(List<Figure> all) {
    public Figures {
        all = List.copyOf(all);
    }

    /** Over whom a figure is counted, from narrow to wide. */
    public enum Breadth {
        /** The product or service of one deployment. */
        PRODUCT,
        ENTITY,
        /** The entity with all its affiliates. */
        GROUP
    }

    /**
     * @param value in {@code unit}
     * @param unit {@code users} or an ISO 4217 currency
     * @param asOf day on which the figure was true
     * @param source where the figure was taken from
     * @param owner role that answers for it
     */
    public record Figure(
            Threshold.Metric metric,
            EntityKey entity,
            Breadth breadth,
            Period period,
            BigDecimal value,
            String unit,
            LocalDate asOf,
            String source,
            String owner) {
        public Figure {
            Check.that(value.signum() >= 0, "a figure must not be negative, but " + metric + " is " + value);
            Check.notBlank(unit, "unit");
        }
    }
}
