package licet.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who follows a model is told 90, 60, 30 and 7 days before it retires, each once. */
class RetirementWatchTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final Staff STAFF = new Staff(REGISTRY);
    private static final Principal FOLLOWER = STAFF.person("follows", Set.of(Role.REVIEWER), Set.of());
    private static final String MODEL = "mistralai/Mixtral-8x7B-v0.1";

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    /** A new one each time: months pass here. */
    private static String token() {
        return STAFF.token(FOLLOWER, Scope.WRITE);
    }

    private static JsonNode send(String method, String path, String body) throws IOException {
        var answer = REGISTRY.send(REGISTRY.request(path)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> told() throws IOException {
        var alerts = new ObjectMapper()
                .readTree(REGISTRY.get("/api/v1/inbox/alerts", token()).body())
                .get("alerts");
        return StreamSupport.stream(alerts.spliterator(), false)
                .map(alert -> alert.get("kind").asText() + " "
                        + alert.at("/facts/date").asText() + " in "
                        + alert.at("/facts/days").asText())
                .sorted()
                .toList();
    }

    @Test
    void eachDistanceIsToldOnce() throws IOException {
        send("POST", "/api/v1/subscriptions", "{'scope':'model','about':'" + MODEL + "'}");
        var watch = REGISTRY.bean(RetirementWatch.class);
        var end = LocalDate.now(REGISTRY.clock()).plusDays(100);
        var id = send(
                        "POST",
                        "/api/v1/releases",
                        "{'kind':'retired','model':'%s','when':'%s','source':'a notice'}".formatted(MODEL, end))
                .get("id")
                .asText();
        assertThat(watch.tell()).isZero();
        REGISTRY.clock().advance(Duration.ofDays(10));
        assertThat(watch.tell()).isEqualTo(1);
        assertThat(watch.tell()).isZero();
        REGISTRY.clock().advance(Duration.ofDays(62));
        assertThat(watch.tell()).isEqualTo(1);
        assertThat(watch.tell()).isZero();
        assertThat(told()).containsExactly("retirement-near " + end + " in 30", "retirement-near " + end + " in 90");

        var later = end.plusDays(40);
        send(
                "PUT",
                "/api/v1/releases/" + id + "?version=1",
                "{'kind':'retired','model':'%s','when':'%s','source':'a notice'}".formatted(MODEL, later));
        assertThat(ChronoUnit.DAYS.between(LocalDate.now(REGISTRY.clock()), later))
                .isEqualTo(68);
        assertThat(watch.tell()).isEqualTo(1);
        assertThat(told()).contains("retirement-near " + later + " in 90");
        send("DELETE", "/api/v1/releases/" + id, "");
        REGISTRY.clock().advance(Duration.ofDays(10));
        assertThat(watch.tell()).isZero();
    }

    private static Optional<String> sunset(String model) {
        var answer = REGISTRY.get("/api/v1/gate/" + model + "?deployment=eu-internal-tool&report=true", token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Sunset");
    }

    private static String enter(String about, LocalDate day) throws IOException {
        return send(
                        "POST",
                        "/api/v1/releases",
                        "{'kind':'retired',%s,'when':'%s','source':'a notice'}".formatted(about, day))
                .get("id")
                .asText();
    }

    @Test
    void theGateSaysThatAPermittedModelGoesOutOfUse() throws IOException {
        var day = LocalDate.now(REGISTRY.clock()).plusDays(40);
        assertThat(sunset("Qwen/QwQ-32B")).isEmpty();
        send(
                "POST",
                "/api/v1/releases/import?family=qwen&source=a+calendar",
                "{'result':{'name':'qwen','releases':[{'name':'2','eolFrom':'%s'}]}}".formatted(day));
        assertThat(sunset("Qwen/QwQ-32B")).as("one release of the family").isEmpty();
        var imported = send("GET", "/api/v1/releases?family=qwen&kind=retired&from=%s&to=%s".formatted(day, day), "")
                .at("/events/0/id")
                .asText();
        send("DELETE", "/api/v1/releases/" + imported.replace("entry:", ""), "");
        var family = enter("'family':'qwen'", day.plusDays(10));
        assertThat(sunset("Qwen/QwQ-32B"))
                .hasValueSatisfying(at -> assertThat(at)
                        .contains(day.plusDays(10).format(DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH))));
        var model = enter("'model':'qwen/qwq-32b'", day);
        assertThat(sunset("Qwen/QwQ-32B"))
                .hasValueSatisfying(at -> assertThat(at)
                        .contains(day.format(DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH))));
        assertThat(sunset("microsoft/phi-4")).isEmpty();
        send("DELETE", "/api/v1/releases/" + model, "");
        send("DELETE", "/api/v1/releases/" + family, "");
        assertThat(sunset("Qwen/QwQ-32B")).isEmpty();
        var far = enter("'model':'Qwen/QwQ-32B'", day.plusDays(200));
        assertThat(sunset("Qwen/QwQ-32B")).as("not near").isEmpty();
        send("DELETE", "/api/v1/releases/" + far, "");
        var denied = enter("'model':'meta-llama/Llama-4-Scout-17B-16E-Instruct'", day);
        assertThat(sunset("meta-llama/Llama-4-Scout-17B-16E-Instruct"))
                .as("refusals tell of nothing")
                .isEmpty();
        send("DELETE", "/api/v1/releases/" + denied, "");
    }
}
