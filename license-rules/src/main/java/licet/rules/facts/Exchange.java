package licet.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.rules.Check;

/**
 * Exchange rates for figures that are on record in another currency than a license asks for.
 *
 * @param marginPercent how near to a limit, in percent of it, a converted figure no longer decides
 */
public record Exchange(List<Rate> rates, BigDecimal marginPercent) {
    public static final Exchange NONE = new Exchange(List.of(), new BigDecimal(5));

    public Exchange {
        rates = List.copyOf(rates);
        Check.that(
                marginPercent.signum() >= 0 && marginPercent.compareTo(new BigDecimal(100)) <= 0,
                "margin-percent must be from 0 to 100, but is " + marginPercent);
    }

    /**
     * @param rate how much of {@code to} one unit of {@code from} is
     * @param asOf day on which the rate was published
     * @param source who published it
     */
    public record Rate(String from, String to, BigDecimal rate, LocalDate asOf, String source) {
        public Rate {
            Check.that(rate.signum() > 0, "a rate must be above 0, but from " + from + " to " + to + " is " + rate);
            Check.notBlank(source, "source of a rate");
        }
    }

    /** The newest rate of the last {@code maxAgeDays} days. */
    public Optional<Rate> find(String from, String to, LocalDate day, int maxAgeDays) {
        return rates.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .filter(rate -> !rate.asOf().isAfter(day)
                        && !rate.asOf().plusDays(maxAgeDays).isBefore(day))
                .max(Comparator.comparing(Rate::asOf).thenComparing(Rate::rate));
    }
}
