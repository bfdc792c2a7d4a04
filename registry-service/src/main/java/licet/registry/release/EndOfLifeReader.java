package licet.registry.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.rules.release.Period;

/**
 * Reads a product of the API v1 of endoflife.date: a release is published on {@code releaseDate}, deprecated from
 * {@code eoasFrom} and retired from {@code eolFrom}. What is only said to be over, without a day, is left out.
 */
final class EndOfLifeReader {
    private static final Map<String, ReleaseKind> DAYS = Map.of(
            "releaseDate", ReleaseKind.PUBLISHED,
            "eoasFrom", ReleaseKind.DEPRECATED,
            "eolFrom", ReleaseKind.RETIRED);
    private static final int LONGEST = 200;

    private EndOfLifeReader() {}

    static ImportedEvents read(NewImport given) {
        var product = product(given.document());
        var events = new ArrayList<ImportedEvents.Event>();
        var refused = new ArrayList<ImportResult.Line>();
        for (var release : product.at("/result/releases")) {
            if (events.size() + refused.size() >= ImportedEvents.MOST) {
                throw NewReleaseEntry.malformed("body", null, "send at most %d days".formatted(ImportedEvents.MOST));
            }
            read(given, shortened(product.at("/result/name").asText()), release, events, refused);
        }
        return new ImportedEvents(events, refused);
    }

    private static JsonNode product(byte[] document) {
        try {
            var product = new ObjectMapper().readTree(document);
            if (product.at("/result/name").isTextual()
                    && product.at("/result/releases").isArray()) {
                return product;
            }
        } catch (JsonProcessingException unreadable) {
            throw NewReleaseEntry.malformed("body", null, "send valid JSON: " + unreadable.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory", impossible);
        }
        throw NewReleaseEntry.malformed(
                "body", null, "send a product of the API v1 of endoflife.date: result.name and result.releases");
    }

    private static void read(
            NewImport given,
            String product,
            JsonNode release,
            List<ImportedEvents.Event> events,
            List<ImportResult.Line> refused) {
        var name = shortened(release.path("name").asText());
        var label = shortened(release.path("label").asText(name));
        DAYS.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(day -> {
            var text = release.path(day.getKey());
            if (!text.isTextual()) {
                return;
            }
            try {
                var on = day(text.asText());
                var origin = "endoflife:" + product + ":" + name + ":"
                        + day.getValue().word();
                events.add(new ImportedEvents.Event(origin, entry(given, day.getValue(), on, label), false));
            } catch (DateTimeParseException noDay) {
                refused.add(ImportResult.Line.refused(label, day.getKey() + " is no day: " + shortened(text.asText())));
            }
        });
    }

    /** Years of more than four digits are no days of a product, and no database holds them all. */
    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() > 9999) {
            throw new DateTimeParseException("too far", text, 0);
        }
        return day;
    }

    private static NewReleaseEntry entry(NewImport given, ReleaseKind kind, LocalDate on, String label) {
        return new NewReleaseEntry(
                kind,
                Optional.of(given.family()),
                Optional.empty(),
                Optional.empty(),
                new Period(on, on),
                true,
                label,
                given.source());
    }

    private static String shortened(String given) {
        var text = given.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
