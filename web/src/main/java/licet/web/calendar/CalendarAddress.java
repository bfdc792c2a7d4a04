package licet.web.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.CalendarParameters;
import licet.registry.platform.problem.RegistryProblem;

/**
 * Where in the calendar somebody is.
 *
 * @param zone in which moments fall on a day
 * @param scope all, mine, team, family or stack
 * @param subject key of the team, family or stack
 * @param kinds empty for all
 */
public record CalendarAddress(
        View view, YearMonth month, ZoneId zone, String scope, String subject, Set<CalendarKind> kinds) {
    public enum View {
        MONTH,
        AGENDA,
        YEAR;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public CalendarAddress {
        kinds = Set.copyOf(kinds);
    }

    static CalendarAddress of(HttpParameters given, Clock clock) {
        return new CalendarAddress(
                given.getFirst("view")
                        .filter(text -> !text.isBlank())
                        .map(CalendarAddress::view)
                        .orElse(View.MONTH),
                given.getFirst("month")
                        .filter(text -> !text.isBlank())
                        .map(CalendarAddress::month)
                        .orElseGet(() -> YearMonth.now(clock)),
                given.getFirst("zone")
                        .filter(text -> !text.isBlank())
                        .map(CalendarAddress::zone)
                        .orElse(ZoneOffset.UTC),
                given.getFirst("scope").filter(text -> !text.isBlank()).orElse("all"),
                given.getFirst("subject").map(String::strip).orElse(""),
                CalendarParameters.kinds(given));
    }

    private static View view(String word) {
        return java.util.Arrays.stream(View.values())
                .filter(view -> view.word().equals(word))
                .findFirst()
                .orElseThrow(() -> malformed("view", word, "use month, agenda or year"));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw malformed("month", text, "write a month such as 2026-04");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw malformed("zone", text, "write a time zone such as Europe/Berlin");
        }
    }

    private static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }

    public boolean isScope(String word) {
        return scope.equals(word);
    }

    public boolean isView(String word) {
        return view.word().equals(word);
    }

    public boolean wants(String kind) {
        return kinds.stream().anyMatch(one -> one.word().equals(kind));
    }

    public String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    CalendarAddress at(YearMonth other) {
        return new CalendarAddress(view, other, zone, scope, subject, kinds);
    }

    /** The same days seen in another way. */
    public String as(String word) {
        return new CalendarAddress(view(word), month, zone, scope, subject, kinds).href();
    }

    /** Of this page. */
    String href() {
        return "/calendar?view=" + view.word() + "&month=" + month
                + (zone.equals(ZoneOffset.UTC) ? "" : "&zone=" + encoded(zone.getId()))
                + (scope.equals("all") ? "" : "&scope=" + encoded(scope) + "&subject=" + encoded(subject))
                + kinds.stream()
                        .map(CalendarKind::word)
                        .sorted()
                        .map(kind -> "&kind=" + kind)
                        .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
