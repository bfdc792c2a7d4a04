package licet.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.rules.Check;
import licet.rules.license.License.Terms.ControlTest;
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
     * @param unit {@code users}, {@code visits} or an ISO 4217 currency
     * @param asOf day on which the figure was true
     * @param source where the figure was taken from
     * @param owner role that answers for it
     * @param control under which test affiliates were counted; only a group figure has one
     * @param deployment whose product a product figure counts; without one it counts for every deployment of the entity
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
            String owner,
            ControlTest control,
            Optional<DeploymentKey> deployment) {
        /** Figures that were stored before the test was asked for counted majority holdings. */
        @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
        public Figure {
            control = control == null ? ControlTest.MORE_THAN_HALF : control;
            Check.that(value.signum() >= 0, "a figure must not be negative, but " + metric + " is " + value);
            Check.notBlank(unit, "unit");
            Check.that(
                    deployment.isEmpty() || breadth == Breadth.PRODUCT, "only a product figure can name a deployment");
        }

        public Figure(
                Threshold.Metric metric,
                EntityKey entity,
                Breadth breadth,
                Period period,
                BigDecimal value,
                String unit,
                LocalDate asOf,
                String source,
                String owner,
                Optional<DeploymentKey> deployment) {
            this(
                    metric,
                    entity,
                    breadth,
                    period,
                    value,
                    unit,
                    asOf,
                    source,
                    owner,
                    ControlTest.MORE_THAN_HALF,
                    deployment);
        }
    }
}
