package licet.registry.release;

import io.micronaut.http.HttpParameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.platform.ClosedChoice;

/** Reads which events a request asks for. */
public final class ReleaseParameters {
    private ReleaseParameters() {}

    /** Without days, the year until today and the year ahead. */
    public static ReleaseQuery query(HttpParameters given, Clock clock) {
        var today = LocalDate.now(clock);
        var from = given.getFirst("from").map(text -> day("from", text)).orElse(today.minusYears(1));
        var to = given.getFirst("to").map(text -> day("to", text)).orElse(today.plusYears(1));
        if (to.isBefore(from)) {
            throw NewReleaseEntry.malformed("to", to.toString(), "use a day that is not before " + from);
        }
        var family = given.getFirst("family")
                .filter(text -> !text.isBlank())
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
        return new ReleaseQuery(family, from, to, kinds(given));
    }

    private static Set<ReleaseKind> kinds(HttpParameters given) {
        var words =
                given.getAll("kind").stream().filter(word -> !word.isBlank()).toList();
        return words.isEmpty()
                ? EnumSet.allOf(ReleaseKind.class)
                : words.stream()
                        .map(word -> ClosedChoice.find(ReleaseKind.class, word)
                                .orElseThrow(() -> NewReleaseEntry.malformed(
                                        "kind", word, "use one of " + ClosedChoice.words(ReleaseKind.class))))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw NewReleaseEntry.malformed(field, text, "write a day such as 2026-04-29");
        }
    }
}
