package licet.registry.instrument;

import io.micronaut.http.HttpParameters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;

/** Reads which papers somebody asks for. */
public final class PaperParameters {
    private PaperParameters() {}

    public static PaperQuery read(HttpParameters given) {
        return new PaperQuery(
                find(given, "kind").map(word -> choice(PaperKind.class, "kind", word)),
                find(given, "state").map(word -> choice(PaperState.class, "state", word)),
                find(given, "endsBefore").map(PaperParameters::day),
                find(given, "after").map(PaperParameters::number),
                PaperQuery.MOST);
    }

    private static Optional<String> find(HttpParameters given, String name) {
        return given.getFirst(name).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E> & ClosedChoice> E choice(Class<E> choices, String name, String word) {
        return ClosedChoice.find(choices, word)
                .orElseThrow(() -> PaperText.malformed(name, word, "use one of " + ClosedChoice.words(choices)));
    }

    private static java.time.Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException refused) {
            throw PaperText.malformed("endsBefore", text, "write a day such as 2027-01-31");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException refused) {
            throw PaperText.malformed("after", text, "send the field next of the page before");
        }
    }
}
