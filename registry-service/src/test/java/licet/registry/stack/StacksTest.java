package licet.registry.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import licet.registry.calendar.CalendarBook;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.release.RetirementWatch;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team fills the slots of a stack, sees which of them are red, and reviews them. */
class StacksTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final Staff STAFF = new Staff(REGISTRY);
    private static final Principal MEMBER = STAFF.person("member", Set.of(Role.REQUESTER), Set.of());
    private static final Principal OWNER = STAFF.person("owner", Set.of(Role.REQUESTER), Set.of());
    private static final Principal OTHER = STAFF.person("other", Set.of(Role.APPROVER), Set.of());
    private static final String FREE = "Qwen/QwQ-32B";
    private static final String SUCCESSOR = "microsoft/phi-4";
    private static final String BOUND = "meta-llama/Llama-4-Scout-17B-16E-Instruct";
    private static final String WHERE = "eu-internal-tool";

    @BeforeAll
    static void team() {
        var ada = STAFF.person("ada-two", Set.of(Role.ADMINISTRATOR), Set.of());
        REGISTRY.bean(Teams.class)
                .save(new TeamText("assistants", "Assistants", List.of(MEMBER.login(), OWNER.login()), List.of()), ada);
    }

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private record Answer(int status, String text) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (IOException e) {
                throw new AssertionError(text, e);
            }
        }

        JsonNode ok() {
            assertThat(status).as(text).isBetween(200, 201);
            return json();
        }
    }

    /** Tokens are made anew: months pass here. */
    private static Answer send(Principal who, String method, String path, String body) {
        var answer = REGISTRY.send(REGISTRY.request("/api/v1" + path)
                .header("Authorization", "Bearer " + STAFF.token(who, Scope.WRITE))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
        return new Answer(answer.statusCode(), answer.body());
    }

    private static Answer get(String path) {
        return send(MEMBER, "GET", path, "");
    }

    private static void make(String key) {
        send(MEMBER, "POST", "/stacks", "{'key':'%s','name':'The %s','team':'assistants'}".formatted(key, key))
                .ok();
    }

    private static JsonNode fill(String stack, String slot, String model) {
        return send(
                        MEMBER,
                        "PUT",
                        "/stacks/" + stack + "/slots/" + slot,
                        "{'role':'generalist','model':'%s','deployment':'%s','routing':'all of it'}"
                                .formatted(model, WHERE))
                .ok();
    }

    private static JsonNode review(String stack, String day) {
        return send(MEMBER, "POST", "/stacks/" + stack + "/reviews", "{'due':'" + day + "'}")
                .ok();
    }

    private static String today() {
        return LocalDate.now(REGISTRY.clock()).toString();
    }

    private static List<String> each(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.at(pointer).asText())
                .toList();
    }

    @Test
    void aSlotWhoseModelIsNotPermittedIsRed() {
        make("red");
        fill("red", "main", FREE);
        var stack = fill("red", "vision", BOUND);
        assertThat(each(stack.get("slots"), "/standing")).containsExactly("permitted", "not-permitted");
        assertThat(stack.get("permitted").asBoolean()).isFalse();
        assertThat(stack.at("/slots/1/answer/reasons")).isNotEmpty();
        assertThat(stack.at("/slots/0/filling/owner/login").asText()).isEqualTo("member");
        assertThat(stack.at("/slots/0/filling/revision").asText()).hasSize(40);

        var after = send(MEMBER, "DELETE", "/stacks/red/slots/vision", "").ok();
        assertThat(each(after.get("slots"), "/standing")).containsExactly("permitted", "empty");
        assertThat(after.get("permitted").asBoolean()).isTrue();
        assertThat(each(get("/stacks/red/slots/vision/history").ok().get("fillings"), "/model"))
                .containsExactly(BOUND);
        assertThat(get("/stacks/red/bom").ok().at("/metadata/component/name").asText())
                .isEqualTo("The red");
        assertThat(each(get("/stacks/red/bom").ok().get("components"), "/name")).contains("QwQ-32B");
    }

    @Test
    void aReviewRenewsReplacesAndRetires() {
        make("reviewed");
        fill("reviewed", "main", FREE);
        fill("reviewed", "second", FREE);
        fill("reviewed", "vision", BOUND);
        var id = review("reviewed", today()).at("/head/id").asText();
        var path = "/stacks/reviewed/reviews/" + id;
        var opened = send(MEMBER, "POST", path + "/open", "").ok();
        assertThat(each(opened.get("items"), "/stood/permitted")).containsExactly("true", "true", "false");
        assertThat(each(opened.get("items"), "/stood/family")).containsExactly("qwen", "qwen", "llama");
        assertThat(each(opened.get("items"), "/stood/country")).containsExactly("CN", "CN", "US");

        assertThat(send(MEMBER, "DELETE", "/stacks/reviewed/slots/main", "").status())
                .as("slots stand still while a review is open")
                .isEqualTo(409);
        decide(path, "main", "{'decision':'renew','reason':'it does its work'}");
        decide(path, "second", "{'decision':'retire','reason':'on second thought'}");
        decide(path, "second", "{'decision':'replace','reason':'smaller','model':'%s'}".formatted(SUCCESSOR));
        var early = send(MEMBER, "POST", path + "/close", "");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text()).contains("1 are open");
        decide(path, "vision", "{'decision':'retire','reason':'its license excludes us'}");
        var closed = send(MEMBER, "POST", path + "/close", "").ok();
        assertThat(closed.at("/head/state").asText()).isEqualTo("closed");

        var stack = get("/stacks/reviewed").ok();
        assertThat(each(stack.get("slots"), "/filling/model")).containsExactly(FREE, SUCCESSOR, "");
        assertThat(stack.at("/review/due").asText())
                .isEqualTo(LocalDate.parse(today()).plusMonths(3).toString());
        assertThat(get(path).ok()).as("what was decided stays").isEqualTo(closed);

        var rates = get("/renewals?stack=reviewed").ok();
        assertThat(rates.at("/all/rate").asDouble()).isEqualTo(0.3333);
        assertThat(each(rates.get("families"), "/of")).containsExactly("qwen", "llama");
        assertThat(each(rates.get("families"), "/rate")).containsExactly("0.5", "0.0");
        assertThat(each(rates.get("countries"), "/of")).containsExactly("CN", "US");
        assertThat(get("/renewals.csv?stack=reviewed").text())
                .contains("by,of,decided,renewed,replaced,retired,rate")
                .contains("family,qwen,2,1,1,0,0.5");
        assertThat(get("/renewals?stack=reviewed&to=2020-01-01&from=2019-01-01")
                        .ok()
                        .at("/all")
                        .has("rate"))
                .isFalse();
    }

    private static void decide(String path, String slot, String body) {
        send(MEMBER, "PUT", path + "/decisions/" + slot, body).ok();
    }

    @Test
    void theTeamIsToldAndTheDayIsOnTheCalendar() {
        make("due");
        fill("due", "main", FREE);
        var day = LocalDate.parse(today()).plusDays(20);
        review("due", day.toString());
        var watch = REGISTRY.bean(ReviewWatch.class);
        assertThat(watch.tell()).isZero();
        REGISTRY.clock().advance(Duration.ofDays(7));
        assertThat(watch.tell()).isEqualTo(1);
        assertThat(watch.tell()).isZero();
        var told = get("/inbox/alerts?kind=review-due").ok().get("alerts");
        assertThat(each(told, "/facts/stack")).contains("due");

        REGISTRY.bean(CalendarBook.class).refresh();
        var days = get("/calendar?scope=stack&subject=due&kind=stack-review&from=" + today() + "&to=" + day)
                .ok();
        assertThat(each(days.get("events"), "/title")).containsExactly("Review of the stack due");
        var others = send(OTHER, "GET", "/calendar?scope=mine&kind=stack-review&from=" + today() + "&to=" + day, "")
                .ok();
        assertThat(each(others.get("events"), "/title")).doesNotContain("Review of the stack due");
    }

    @Test
    void whoeverOwnsASlotIsToldOfItsModel() {
        make("owned");
        var path = "/stacks/owned/slots/main";
        var body = "{'role':'generalist','model':'%s','deployment':'%s','owner':'owner'}".formatted(FREE, WHERE);
        send(MEMBER, "PUT", path, body).ok();
        retire("'model':'Qwen/QwQ-32B'", 80);
        retire("'family':'qwen','note':'all of 2.5'", 50);
        retire("'model':'microsoft/phi-4'", 80);
        assertThat(told()).containsExactlyInAnyOrder("90 Qwen/QwQ-32B", "60 qwen (all of 2.5)");

        send(OWNER, "POST", "/subscriptions", "{'scope':'model','about':'qwen/qwq-32b','least':'critical'}")
                .ok();
        retire("'model':'Qwen/QwQ-32B'", 20);
        assertThat(told()).as("whoever says what they want to know gets that").hasSize(2);
        retire("'family':'qwen'", 20);
        assertThat(told()).containsExactlyInAnyOrder("90 Qwen/QwQ-32B", "60 qwen (all of 2.5)", "30 qwen");

        send(MEMBER, "DELETE", path, "").ok();
        retire("'family':'qwen'", 5);
        assertThat(told()).as("the slot is empty").hasSize(3);
    }

    private static void retire(String what, int days) {
        var day = LocalDate.parse(today()).plusDays(days);
        send(OTHER, "POST", "/releases", "{'kind':'retired',%s,'when':'%s','source':'a notice'}".formatted(what, day))
                .ok();
        REGISTRY.bean(RetirementWatch.class).tell();
    }

    private static List<String> told() {
        var alerts = send(OWNER, "GET", "/inbox/alerts?kind=retirement-near", "")
                .ok()
                .get("alerts");
        return StreamSupport.stream(alerts.spliterator(), false)
                .map(alert -> alert.at("/facts/days").asText() + " "
                        + alert.at("/facts/model").asText()
                        + alert.at("/facts/family").asText())
                .toList();
    }

    @Test
    void onlyItsTeamChangesIt() {
        make("ours");
        fill("ours", "main", FREE);
        assertThat(send(OTHER, "GET", "/stacks/ours", "").status()).isEqualTo(200);
        for (var step : List.of(
                "PUT /stacks/ours/slots/main {'role':'generalist','model':'Qwen/QwQ-32B','deployment':'eu-internal-tool'}",
                "DELETE /stacks/ours/slots/main ",
                "POST /stacks/ours/slots/main/notes {'kind':'cost','words':'dear'}",
                "POST /stacks/ours/reviews {'due':'2099-01-01'}",
                "PUT /stacks/ours {'name':'Theirs','team':'assistants'}",
                "DELETE /stacks/ours ")) {
            var parts = step.split(" ", 3);
            assertThat(send(OTHER, parts[0], parts[1], parts[2]).status())
                    .as(step)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /stacks                     | {'key':'Bad Key','name':'x','team':'assistants'}                        | /key
            POST | /stacks                     | {'key':'ok','name':' ','team':'assistants'}                             | /name
            POST | /stacks                     | {'key':'ok','name':'x','team':'nobody'}                                 | /team
            POST | /stacks                     | {'key':'ok','name':'x','team':'assistants','cadenceMonths':25}          | /cadenceMonths
            PUT  | /stacks/wrong/slots/main    | {'role':'poet','model':'a/b','deployment':'eu-internal-tool'}           | /role
            PUT  | /stacks/wrong/slots/main    | {'role':'coding','model':'nothing','deployment':'eu-internal-tool'}     | /model
            PUT  | /stacks/wrong/slots/main    | {'role':'coding','model':'a/unread','deployment':'eu-internal-tool'}    | /revision
            PUT  | /stacks/wrong/slots/main    | {'role':'coding','model':'a/b','revision':'main','deployment':'eu-internal-tool'} | /revision
            PUT  | /stacks/wrong/slots/main    | {'role':'coding','model':'Qwen/QwQ-32B','deployment':'nowhere'}         | deployment
            PUT  | /stacks/wrong/slots/main    | {'role':'coding','model':'Qwen/QwQ-32B','deployment':'eu-internal-tool','owner':'other'} | /owner
            PUT  | /stacks/wrong/slots/Main    | {'role':'coding','model':'Qwen/QwQ-32B','deployment':'eu-internal-tool'} | /slot
            POST | /stacks/wrong/reviews       | {'due':'soon'}                                                          | /due
            POST | /stacks/wrong/reviews       | {'due':'2020-01-01'}                                                    | /due
            POST | /stacks/wrong/slots/a/notes | {'kind':'cost','words':'dear','figure':12}                              | /unit
            POST | /stacks/wrong/slots/a/notes | {'kind':'cost','words':'dear','figure':'a lot','unit':'EUR'}            | /figure
            POST | /stacks/wrong/slots/a/notes | {'kind':'gossip','words':'dear'}                                        | /kind
            """)
    void whatIsWrongIsNamed(String method, String path, String body, String field) {
        send(MEMBER, "POST", "/stacks", "{'key':'wrong','name':'Wrong','team':'assistants'}");
        var answer = send(MEMBER, method, path, body);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(each(answer.json().get("errors"), "/field"))
                .as(answer.text())
                .containsExactly(field);
    }

    @Test
    void aNoteHasAFigureInAUnit() {
        make("noted");
        fill("noted", "main", FREE);
        var note = send(
                        MEMBER,
                        "POST",
                        "/stacks/noted/slots/main/notes",
                        "{'kind':'cost','words':'dearer than it was','figure':1250.50,'unit':'EUR/month'}")
                .ok();
        assertThat(note.at("/figure/value").asText()).isEqualTo("1250.5");
        assertThat(get("/stacks/noted/notes").ok().get("notes")).hasSize(1);
    }
}
