package licet.registry.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import licet.registry.platform.Database;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP, read by parsers that others wrote. */
class CalendarTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRITER = new Staff(REGISTRY).token("plans", Scope.WRITE, Role.REVIEWER);

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return REGISTRY.send(REGISTRY.request(path)
                .header("Authorization", "Bearer " + WRITER)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static String enter(String kind, String model, String when) {
        var made = send(
                "POST",
                "/api/v1/releases",
                "{'kind':'%s','model':'%s','when':'%s','source':'a road map'}".formatted(kind, model, when));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        REGISTRY.bean(CalendarBook.class).refresh();
        return json(made).get("id").asText();
    }

    private static void paper(String title, String until) {
        REGISTRY.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO instrument (kind, title, party, statement, lifts, deployments, licensees, models, acts,"
                                + " places, acts_from, acts_until, recorded_at, recorded_by) SELECT 'agreement',"
                                + " ?, 'Acme', '', ARRAY['x'], '{}', ARRAY['y'], '{}', '{}', '{}', ?, ?, ?,"
                                + " id FROM person LIMIT 1",
                        title,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse(until),
                        Instant.parse("2026-01-01T00:00:00Z")));
        REGISTRY.bean(CalendarBook.class).refresh();
    }

    private static List<String> titles(String query) {
        return StreamSupport.stream(
                        json(REGISTRY.get("/api/v1/calendar?" + query, WRITER))
                                .get("events")
                                .spliterator(),
                        false)
                .map(event ->
                        event.get("first").asText() + " " + event.get("title").asText())
                .toList();
    }

    private static JsonNode feed(String body) {
        var made = send("POST", "/api/v1/calendar/feeds", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private static HttpResponse<String> read(JsonNode made, String format, String... headers) {
        var request = REGISTRY.request(made.get(format).asText());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return REGISTRY.send(request.GET());
    }

    private static ICalendar calendar(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var calendar = Biweekly.parse(answer.body()).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings())
                .as(answer.body())
                .isEmpty();
        return calendar;
    }

    private static VEvent event(HttpResponse<String> answer, String title) {
        return calendar(answer).getEvents().stream()
                .filter(event -> event.getSummary().getValue().contains(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void releasesAndEndsStandOnTheirDays() {
        enter("retired", "acme/ends", "2027-05-04");
        paper("Frame agreement", "2027-05-04T22:30:00Z");
        assertThat(titles("from=2027-05-01&to=2027-05-31"))
                .containsExactly("2027-05-04 acme/ends retired", "2027-05-04 Frame agreement ends");
        assertThat(titles("from=2027-05-01&to=2027-05-31&kind=instrument-end"))
                .containsExactly("2027-05-04 Frame agreement ends");
        assertThat(titles("from=2027-05-01&to=2027-05-31&scope=family&subject=acme"))
                .containsExactly("2027-05-04 acme/ends retired");
        assertThat(titles("from=2026-04-01&to=2026-04-30"))
                .contains("2026-04-29 mistralai/Mistral-Medium-3.5-128B published");
    }

    /** The day of an all-day event is the same everywhere; a moment falls on the day that it has there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin    | 2027-03-28
            America/New_York | 2027-03-27
            Pacific/Auckland | 2027-03-28
            """)
    void survivesTheChangeOfClocksInThreeZones(String zone, LocalDate momentOn) {
        enter("announced", "acme/leap", "2028-02-29");
        enter("announced", "acme/spring", "2027-03-28");
        REGISTRY.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO calendar_event (id, source, key, kind, first_day, last_day, at, certain, facts, path,"
                                + " digest, sequence, made_at, changed_at) VALUES (?, 'test', ?, 'approval-end', DATE"
                                + " '2027-03-28', DATE '2027-03-28', TIMESTAMPTZ '2027-03-28T00:30:00Z', true,"
                                + " '{\"named\":{\"model\":\"m\",\"deployment\":\"d\"}}', '/approvals', '', 0, now(), now())",
                        UUID.randomUUID(),
                        zone));
        var answer = read(feed("{'scope':'all'}"), "ics");
        for (var day :
                List.of("acme/leap announced|2028-02-29|2028-03-01", "acme/spring announced|2027-03-28|2027-03-29")) {
            var parts = day.split("\\|");
            var event = event(answer, parts[0]);
            assertThat(whole(event.getDateStart().getValue())).isEqualTo(parts[1]);
            assertThat(whole(event.getDateEnd().getValue())).isEqualTo(parts[2]);
        }
        var moment = event(answer, "Approval of m for d ends").getDateStart().getValue();
        assertThat(moment.hasTime()).isTrue();
        assertThat(moment.toInstant()).isEqualTo(Instant.parse("2027-03-28T00:30:00Z"));
        assertThat(moment.toInstant().atZone(ZoneId.of(zone)).toLocalDate()).isEqualTo(momentOn);
    }

    private static String whole(ICalDate date) {
        assertThat(date.hasTime()).isFalse();
        var raw = date.getRawComponents();
        return "%d-%02d-%02d".formatted(raw.getYear(), raw.getMonth(), raw.getDate());
    }

    @Test
    void aMovedDayKeepsItsIdAndAWithdrawnOneIsCancelled() {
        var id = enter("retired", "acme/moves", "2027-06");
        var made = feed("{'scope':'family','subject':'acme','kinds':['retirement'],'alarms':[7,30]}");
        var before = event(read(made, "ics"), "acme/moves");
        assertThat(before.getSequence().getValue()).isZero();
        assertThat(whole(before.getDateEnd().getValue())).isEqualTo("2027-07-01");
        assertThat(before.getAlarms())
                .extracting(alarm -> alarm.getTrigger().getDuration().toString())
                .containsExactly("-P30D", "-P7D");

        REGISTRY.clock().advance(Duration.ofMinutes(5));
        assertThat(send(
                                "PUT",
                                "/api/v1/releases/" + id + "?version=1",
                                "{'kind':'retired','model':'acme/moves','when':'2027-06-15','certain':false,'source':'s'}")
                        .statusCode())
                .isEqualTo(200);
        REGISTRY.bean(CalendarBook.class).refresh();
        REGISTRY.bean(CalendarBook.class).refresh();
        var moved = event(read(made, "ics"), "acme/moves");
        assertThat(moved.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(moved.getStatus().isTentative()).isTrue();
        assertThat(whole(moved.getDateStart().getValue())).isEqualTo("2027-06-15");

        send("DELETE", "/api/v1/releases/" + id, "");
        REGISTRY.bean(CalendarBook.class).refresh();
        var gone = event(read(made, "ics"), "acme/moves");
        assertThat(gone.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(gone.getStatus().isCancelled()).isTrue();
        assertThat(gone.getSequence().getValue()).isEqualTo(2);
        assertThat(titles("from=2027-06-01&to=2027-06-30&scope=family&subject=acme"))
                .isEmpty();
    }

    @Test
    void newsAreReadByAForeignReader() throws Exception {
        paper("<b>Paper & \"more\"\u0001</b>", "2027-08-01T00:00:00Z");
        var answer = read(feed("{'scope':'all'}"), "atom");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        var feed = (Feed) new WireFeedInput(false, Locale.ENGLISH).build(new StringReader(answer.body()));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(AtomSchema.problems(answer.body())).isEmpty();
        assertThat(AtomSchema.problems(answer.body().replaceFirst("<updated>[^<]*</updated>", "")))
                .as("the schema says what is missing")
                .isNotEmpty();
        assertThat(AtomSchema.problems(answer.body().replaceFirst("<id>urn:uuid:", "<id>")))
                .as("an id is an IRI")
                .isNotEmpty();
        assertThat(feed.getEntries()).extracting(Entry::getTitle).contains("<b>Paper & \"more\"</b> ends");
        assertThat(feed.getEntries())
                .extracting(Entry::getId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("urn:uuid:"));
    }

    @Test
    void isReadAgainOnlyWhereItChanged() {
        enter("announced", "acme/etag", "2027-09-01");
        var made = feed("{'scope':'family','subject':'acme'}");
        var first = read(made, "ics");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var changed = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(read(made, "ics", "If-None-Match", "\"x\", " + tag).statusCode())
                .isEqualTo(304);
        assertThat(read(made, "ics", "If-Modified-Since", changed).statusCode()).isEqualTo(304);
        assertThat(read(made, "ics", "If-None-Match", "\"x\"", "If-Modified-Since", changed)
                        .statusCode())
                .isEqualTo(200);
        REGISTRY.clock().advance(Duration.ofMinutes(1));
        enter("announced", "acme/etag-2", "2027-09-02");
        assertThat(read(made, "ics", "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(read(made, "ics", "If-Modified-Since", changed).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressCanBeTakenBack() {
        var made = feed("{'scope':'mine'}");
        assertThat(calendar(read(made, "ics")).getEvents()).isNotEmpty();
        var id = made.at("/feed/id").asText();
        assertThat(send("DELETE", "/api/v1/calendar/feeds/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(read(made, "ics").statusCode()).isEqualTo(404);
        assertThat(read(made, "atom").statusCode()).isEqualTo(404);
        assertThat(REGISTRY.get("/api/v1/calendar/feeds", WRITER).body()).doesNotContain(id);
        var secret = made.get("ics").asText().replaceAll(".*/|\\.ics", "");
        long kept = REGISTRY.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM calendar_feed f WHERE f::text LIKE '%' || ? || '%'",
                        row -> row.getLong("n"), secret));
        assertThat(kept).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "lct_f_000000000000000000000000000000000000000000", "..%2f..%2fetc"})
    void aWrongAddressTellsNothing(String secret) {
        assertThat(REGISTRY.send(REGISTRY.request("/calendar/feeds/" + secret + ".ics")
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'scope':'everything'}                      | /scope
            {'scope':'team'}                            | /subject
            {'scope':'team','subject':'nobody'}         | /subject
            {'scope':'all','subject':'x'}               | /subject
            {'scope':'all','kinds':['party']}           | /kinds
            {'scope':'all','alarms':[400]}              | /alarms
            {'scope':'all','alarms':['x']}              | /alarms
            """)
    void saysWhatIsWrongWithAFeed(String body, String field) {
        var answer = send("POST", "/api/v1/calendar/feeds", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }
}
