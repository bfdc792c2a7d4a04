package licet.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Figures;
import licet.rules.facts.Period;
import licet.rules.license.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureAgeTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final int MAX_AGE = 100;

    private static Figures.Figure figure(Threshold.Metric metric, String period, String asOf) {
        return new Figures.Figure(
                metric,
                new EntityKey("acme"),
                Figures.Breadth.GROUP,
                new Period(period),
                BigDecimal.TEN,
                "users",
                LocalDate.parse(asOf),
                "analytics",
                "product",
                Optional.empty());
    }

    /** The last day on which a figure counts is its day and as many more as the policy allows. */
    @ParameterizedTest
    @CsvSource({
        "ANNUAL_REVENUE, 2025-11/2026-10, 2026-11-01, FRESH",
        "ANNUAL_REVENUE, 2025-11/2026-10, 2026-09-13, FRESH",
        "ANNUAL_REVENUE, 2025-11/2026-10, 2026-09-12, SOON",
        "ANNUAL_REVENUE, 2025-11/2026-10, 2026-08-14, SOON",
        "ANNUAL_REVENUE, 2025-11/2026-10, 2026-08-13, OLD",
        "ANNUAL_REVENUE, 2025-11/2026-10, 2026-11-23, NOT_YET",
        "MONTHLY_REVENUE, 2026-10, 2026-11-01, FRESH",
        "MONTHLY_REVENUE, 2026-09, 2026-10-01, MONTH_PASSED",
        "MONTHLY_REVENUE, 2026-07, 2026-08-01, OLD"
    })
    void isJudgedLikeTheRulesDo(Threshold.Metric metric, String period, String asOf, FigureAge.Kind kind) {
        var figure = figure(metric, period, asOf);
        assertThat(FigureAge.of(figure, List.of(figure), TODAY, MAX_AGE).kind()).isEqualTo(kind);
    }

    @Test
    void leavesAnOlderFigureToItsOwnTime() {
        var old = figure(Threshold.Metric.MONTHLY_ACTIVE_USERS, "2024-06", "2024-06-30");
        var now = figure(Threshold.Metric.MONTHLY_ACTIVE_USERS, "2026-10", "2026-11-01");
        assertThat(FigureAge.of(old, List.of(old, now), TODAY, MAX_AGE).kind()).isEqualTo(FigureAge.Kind.OF_ITS_TIME);
        assertThat(FigureAge.of(old, List.of(old), TODAY, MAX_AGE).kind()).isEqualTo(FigureAge.Kind.OLD);
    }
}
