package licet.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import licet.registry.calendar.CalendarBook;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars of others come in once, change with their source, and never bring back what somebody withdrew. */
class ReleaseImportsTest {
    private static final TestRegistry REGISTRY = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
    private static final String WRITER = new Staff(REGISTRY).token("imports", Scope.WRITE, Role.REVIEWER);
    private static final String READER = new Staff(REGISTRY).token("asks", Scope.WRITE, Role.REQUESTER);

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static HttpResponse<String> send(String token, String type, String query, String body) {
        return REGISTRY.send(REGISTRY.request("/api/v1/releases/import?" + query)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode ics(String query, String... events) {
        return ok(send(WRITER, "text/calendar", query, calendar(events)));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** Lines of RFC 5545 end with both. */
    private static String calendar(String... events) {
        return ("BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//acme//days//EN|" + String.join("", events) + "END:VCALENDAR|")
                .replace("|", "\r\n");
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT|UID:" + uid + "|DTSTAMP:20260101T000000Z|" + lines + "|END:VEVENT|";
    }

    private static List<String> outcomes(JsonNode result) {
        return StreamSupport.stream(result.get("lines").spliterator(), false)
                .map(line -> line.get("outcome").asText() + " "
                        + line.path("when").asText(line.path("why").asText()))
                .toList();
    }

    @Test
    void eventsComeInOnceAndChangeWithTheirSource() {
        var query = "family=acme&kind=retired&source=the+road+map";
        var first = event("one@acme", "DTSTART;VALUE=DATE:20270301|SUMMARY:Small is retired");
        assertThat(outcomes(ics(query + "&preview=true", first))).containsExactly("added 2027-03-01");
        assertThat(outcomes(ics(query, first))).containsExactly("added 2027-03-01");
        assertThat(outcomes(ics(query, first))).containsExactly("unchanged 2027-03-01");
        REGISTRY.bean(CalendarBook.class).refresh();
        assertThat(REGISTRY.get("/api/v1/calendar?from=2027-03-01&to=2027-03-01&scope=family&subject=acme", READER)
                        .body())
                .contains("\"title\":\"acme (Small is retired) retired\"");
        var moved = event("one@acme", "DTSTART;VALUE=DATE:20270401|DTEND;VALUE=DATE:20270403|SUMMARY:Small is retired");
        assertThat(outcomes(ics(query, moved))).containsExactly("changed 2027-04-01..2027-04-02");
        var cancelled = event("one@acme", "DTSTART;VALUE=DATE:20270401|STATUS:CANCELLED|SUMMARY:Small is retired");
        assertThat(outcomes(ics(query, cancelled))).containsExactly("withdrawn 2027-04-01");
        assertThat(outcomes(ics(query, moved)))
                .as("withdrawn stays so")
                .containsExactly("unchanged 2027-04-01..2027-04-02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20240229                       | 2024-02-29
            DTSTART:20270301T233000Z                          | 2027-03-01
            DTSTART:20270301T233000                           | 2027-03-01
            DTSTART;TZID=America/New_York:20270313T233000     | 2027-03-13
            DTSTART;TZID=Asia/Tokyo:20270314T003000           | 2027-03-14
            DTSTART;TZID=Europe/Berlin:20270328T023000        | 2027-03-28
            DTSTART:20270301T090000Z#DTEND:20270302T090000Z   | 2027-03-01..2027-03-02
            """)
    void aMomentCountsOnItsOwnDay(String start, String days) {
        var name = "day" + Math.abs(start.hashCode());
        var lines = start.replace('#', '|') + "|SUMMARY:x";
        assertThat(outcomes(ics("family=days&kind=announced&source=" + name, event(name, lines))))
                .containsExactly("added " + days);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            DTSTART:20270301T090000Z|RRULE:FREQ=DAILY|SUMMARY:x ; repeats
            SUMMARY:x                                            ; DTSTART
            """)
    void whatCannotBeADayIsRefusedAndTheRestIsTaken(String lines, String why) {
        var good = event("good" + why, "DTSTART;VALUE=DATE:20270301|SUMMARY:good|CATEGORIES:deprecated");
        var result = ics("family=refused&source=" + why, good, event("bad" + why, lines));
        assertThat(outcomes(result)).hasSize(2).anyMatch(line -> line.startsWith("refused") && line.contains(why));
        assertThat(outcomes(result)).contains("added 2027-03-01");
    }

    private static final String PRODUCT = """
            {"schema_version": "1.2.0", "result": {"name": "oracle-7b", "label": "Oracle", "releases": [
              {"name": "2", "label": "Oracle 2", "releaseDate": "2025-05-01", "isEoas": false, "eoasFrom": "2026-12-01",
               "isEol": false, "eolFrom": "2027-06-01", "isMaintained": true},
              {"name": "1", "label": "Oracle 1", "releaseDate": "2024-05-01", "isEol": true, "eolFrom": null},
              {"name": "0", "label": "Oracle 0", "releaseDate": "soon", "isEol": true},
              {"name": "\\u0000", "label": "Oracle\\u0000", "releaseDate": "+999999999-12-31", "eolFrom": "2024-02-30"}]}}
            """;

    @Test
    void aProductOfEndOfLifeIsRead() {
        var query = "family=oracle&source=endoflife.date";
        assertThat(outcomes(ok(send(WRITER, "application/json", query, PRODUCT))))
                .containsExactly(
                        "added 2025-05-01",
                        "added 2026-12-01",
                        "added 2027-06-01",
                        "added 2024-05-01",
                        "refused releaseDate is no day: soon",
                        "refused releaseDate is no day: +999999999-12-31",
                        "refused eolFrom is no day: 2024-02-30");
        assertThat(outcomes(ok(send(WRITER, "application/json", query, PRODUCT.replace("2027-06-01", "2027-07-01")))))
                .contains("changed 2027-07-01", "unchanged 2025-05-01");
        var listed = REGISTRY.get("/api/v1/releases?family=oracle&from=2027-01-01&to=2027-12-31", READER)
                .body();
        assertThat(listed).contains("\"kind\":\"retired\"").contains("Oracle 2");
    }

    /** Whatever a calendar says: taken twice is taken once. */
    @Test
    void importingTwiceChangesNothing() {
        var random = new Random(3);
        for (int round = 0; round < 20; round++) {
            var source = URLEncoder.encode("round " + round, StandardCharsets.UTF_8);
            var events = IntStream.range(0, random.nextInt(1, 30))
                    .mapToObj(n -> event(
                            "e" + random.nextInt(20),
                            "DTSTART;VALUE=DATE:"
                                    + LocalDate.of(2026, 1, 1)
                                            .plusDays(random.nextInt(900))
                                            .toString()
                                            .replace("-", "")
                                    + "|SUMMARY:s" + n))
                    .toArray(String[]::new);
            var query = "family=twice&kind=announced&source=" + source;
            int added = ics(query, events).get("lines").size();
            var again = ics(query, events);
            assertThat(outcomes(again)).hasSize(added).allMatch(line -> line.startsWith("unchanged"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no calendar at all                | family=x&kind=retired&source=s | body
            {"result": {}}                    | family=x&source=s              | body
            {"result":                        | family=x&source=s              | body
            BEGIN:VCALENDAR                   | family=x&kind=retired&source=s | body
            x                                 | family=a/b&source=s            | family
            x                                 | family=x&source=+              | source
            x                                 | family=x&source=s&kind=license | kind
            """)
    void whatIsWrongIsNamed(String body, String query, String field) {
        var answer = send(WRITER, "text/calendar", query, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void limitsHoldAndOnlyThoseWhoMayImport() {
        assertThat(send(READER, "text/calendar", "family=x&kind=retired&source=s", calendar())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(WRITER, "text/calendar", "family=x&kind=retired&source=s", "x".repeat(1_000_001))
                        .statusCode())
                .isEqualTo(413);
        var many = IntStream.range(0, 2_001)
                .mapToObj(n -> event("m" + n, "DTSTART;VALUE=DATE:20270301|SUMMARY:x"))
                .collect(Collectors.joining());
        assertThat(send(WRITER, "text/calendar", "family=x&kind=retired&source=s", calendar(many))
                        .statusCode())
                .isEqualTo(400);
    }
}
