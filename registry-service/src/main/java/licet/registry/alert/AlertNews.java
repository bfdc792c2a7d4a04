package licet.registry.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An alert in words, for mails and chats.
 *
 * @param about name of the model, family, watch or stack; empty where it is about none
 * @param details a line each
 * @param path of the page that says more
 */
public record AlertNews(String title, String about, List<String> details, String path) {
    public AlertNews {
        details = List.copyOf(details);
    }

    public static AlertNews of(
            String kind, String objectKind, String objectId, Map<String, String> facts, AlertTexts texts) {
        return new AlertNews(
                texts.title(kind),
                name(facts),
                Stream.of(
                                Optional.ofNullable(facts.get("deployment")).map(key -> texts.get("news.in", key)),
                                moment(facts).map(at -> texts.get("news.until", shown(at, texts))),
                                texts.state(facts),
                                day(facts).map(on -> texts.get("news.day", shown(on, texts))),
                                difference(facts, texts))
                        .flatMap(Optional::stream)
                        .toList(),
                path(objectKind, objectId, facts));
    }

    /** What the test buttons send. */
    public static AlertNews test(AlertTexts texts) {
        return new AlertNews(texts.get("news.test"), "", List.of(texts.get("news.test.about")), "/");
    }

    /** Of the model, family, watch or stack; empty where it is about none. */
    public static String name(Map<String, String> facts) {
        return Stream.of("model", "family", "watch", "stack")
                .map(fact -> facts.getOrDefault(fact, ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The end of a grace or of an emergency. Facts are texts, and a later version may write them otherwise. */
    public static Optional<Instant> moment(Map<String, String> facts) {
        return Optional.ofNullable(facts.getOrDefault("graceUntil", facts.get("until")))
                .flatMap(text -> parsed(Instant::parse, text));
    }

    /** The day on which something is due or over. */
    public static Optional<LocalDate> day(Map<String, String> facts) {
        return Optional.ofNullable(facts.get("date")).flatMap(text -> parsed(LocalDate::parse, text));
    }

    /** Where more stands: a path of the product. */
    public static String path(String objectKind, String objectId, Map<String, String> facts) {
        return Optional.ofNullable(facts.get(NewAlert.LINK))
                .filter(link -> link.startsWith("/") && !link.startsWith("//"))
                .orElse((objectKind.equals("waiver") ? "/waivers/" : "/requests/") + objectId);
    }

    private static <T> Optional<T> parsed(Function<String, T> parse, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException otherwise) {
            return Optional.empty();
        }
    }

    private static Optional<String> difference(Map<String, String> facts, AlertTexts texts) {
        var before = facts.getOrDefault("before", "");
        var after = facts.getOrDefault("after", "");
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        var nothing = texts.get("news.nothing");
        var path = facts.getOrDefault("path", "");
        var was = before.isEmpty() ? nothing : before;
        var is = after.isEmpty() ? nothing : after;
        return Optional.of(
                path.isEmpty()
                        ? texts.get("news.difference.plain", was, is)
                        : texts.get("news.difference", path, was, is));
    }

    private static String shown(Instant at, AlertTexts texts) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.language())
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }

    private static String shown(LocalDate day, AlertTexts texts) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.language())
                .format(day);
    }
}
