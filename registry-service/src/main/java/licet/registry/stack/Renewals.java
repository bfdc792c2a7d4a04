package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.platform.Csv;

/**
 * What became of the slots that reviews decided about.
 *
 * @param from first day on which reviews were closed
 * @param to last day
 * @param families by family, as each slot stood when its review was opened
 * @param countries seats of the developers, {@code ??} where it is not known
 * @param quarters such as {@code 2026-Q4}, the oldest first
 */
@Schema(name = "Renewals")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Renewals(
        LocalDate from,
        LocalDate to,
        Rate all,
        List<Rate> families,
        List<Rate> developers,
        List<Rate> licenses,
        List<Rate> countries,
        List<Rate> quarters) {
    public Renewals {
        families = List.copyOf(families);
        developers = List.copyOf(developers);
        licenses = List.copyOf(licenses);
        countries = List.copyOf(countries);
        quarters = List.copyOf(quarters);
    }

    /**
     * @param of what it is the rate of; {@code all} for everything
     * @param rate renewed of decided, 0 to 1; absent where nothing was decided
     */
    @Schema(name = "RenewalRate")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Rate(String of, long decided, long renewed, long replaced, long retired, Optional<Double> rate) {
        private static final double DIGITS = 10_000;

        static Rate of(String of, long renewed, long replaced, long retired) {
            long decided = renewed + replaced + retired;
            return new Rate(
                    of,
                    decided,
                    renewed,
                    replaced,
                    retired,
                    decided == 0 ? Optional.empty() : Optional.of(Math.round(DIGITS * renewed / decided) / DIGITS));
        }
    }

    /** A line for each rate, with what it is counted by. */
    public String csv() {
        return Stream.of(
                        Stream.of(Csv.line(Stream.of("by", "of", "decided", "renewed", "replaced", "retired", "rate"))),
                        Stream.of(line("all", all)),
                        lines("family", families),
                        lines("developer", developers),
                        lines("license", licenses),
                        lines("country", countries),
                        lines("quarter", quarters))
                .flatMap(part -> part)
                .reduce("", String::concat);
    }

    private static Stream<String> lines(String by, List<Rate> rates) {
        return rates.stream().map(rate -> line(by, rate));
    }

    private static String line(String by, Rate rate) {
        return Csv.line(Stream.of(
                by,
                rate.of(),
                Long.toString(rate.decided()),
                Long.toString(rate.renewed()),
                Long.toString(rate.replaced()),
                Long.toString(rate.retired()),
                rate.rate().map(Object::toString).orElse("")));
    }
}
