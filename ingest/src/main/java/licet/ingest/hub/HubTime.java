package licet.ingest.hub;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Times in the Hub's answers: {@code 2026-01-02T03:04:05.000Z}, and whatever else is a time in UTC by ISO 8601. */
final class HubTime {
    private static final String USUAL = "dddd-dd-ddTdd:dd:dd.dddZ";

    private HubTime() {}

    /** The usual form is read by its places, since lists hold two times an item and the general parser is slow. */
    static Optional<Instant> find(String text) {
        try {
            return Optional.of(isUsual(text) ? usual(text) : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Hours, minutes and seconds beyond the clock are left to the general parser, which knows the end of a day as 24:00. */
    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char wanted = USUAL.charAt(i);
            char c = text.charAt(i);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return number(text, 11, 13) < 24 && text.charAt(14) < '6' && text.charAt(17) < '6';
    }

    private static Instant usual(String text) {
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        long minutes = (day.toEpochDay() * 24 + number(text, 11, 13)) * 60 + number(text, 14, 16);
        return Instant.ofEpochSecond(minutes * 60 + number(text, 17, 19), number(text, 20, 23) * 1_000_000L);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
