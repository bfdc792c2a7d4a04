package licet.tests.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The stand-in must not be wrong where the client is right. */
class StandInHubTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final World WORLD = World.of(7, 2_500);

    @Test
    void listsEveryModelOnceInEachOrder() throws Exception {
        try (var hub = StandInHub.start(WORLD)) {
            for (String order : List.of("sort=createdAt&direction=1", "sort=createdAt", "sort=downloads", "")) {
                List<String> ids = list(hub, "limit=500&" + order);
                assertThat(ids).as(order).hasSize(WORLD.models()).doesNotHaveDuplicates();
            }
            assertThat(hub.counts().of(Kind.LIST)).isEqualTo(4 * 5);
        }
    }

    @Test
    void sortsByWhatItSays() throws Exception {
        try (var hub = StandInHub.start(WORLD.next())) {
            var page = ask(hub, "/api/models?sort=downloads&limit=100&full=true");
            assertThat(page)
                    .extracting(item -> item.path("downloads").asLong())
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a));
            page = ask(hub, "/api/models?sort=lastModified&limit=100&full=true");
            assertThat(page)
                    .extracting(item -> item.path("lastModified").asText())
                    .isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @Test
    void filtersAsTheHubDoes() throws Exception {
        try (var hub = StandInHub.start(WORLD)) {
            var model = WORLD.model(17);
            assertThat(list(hub, "author=" + model.owner()))
                    .contains(model.id())
                    .allMatch(id -> id.startsWith(model.owner() + "/"));
            assertThat(list(hub, "search=" + model.name().substring(0, 4))).contains(model.id());
            var licensed = ask(hub, "/api/models?filter=license:mit&limit=1000");
            assertThat(licensed.size()).isGreaterThan(0);
            assertThat(licensed).allMatch(item -> item.path("tags").toString().contains("\"license:mit\""));
        }
    }

    @Test
    void answersTheSameAfterARestart() throws Exception {
        String path = "/api/models/" + WORLD.model(3).id() + "?blobs=true&securityStatus=true";
        JsonNode first;
        try (var hub = StandInHub.start(WORLD)) {
            first = ask(hub, path);
        }
        try (var hub = StandInHub.start(WORLD)) {
            assertThat(ask(hub, path)).isEqualTo(first);
        }
    }

    /** The shares of the real answers, within what chance allows for so many models. */
    @Test
    void hasTheSharesThatWereMeasured() {
        var world = World.of(1, 20_000);
        int mit = 0;
        int gated = 0;
        int based = 0;
        for (int i = 0; i < world.models(); i++) {
            Model model = world.model(i);
            mit += model.license().equals("mit") ? 1 : 0;
            gated += model.isGated() ? 1 : 0;
            based += model.base().isPresent() ? 1 : 0;
        }
        assertThat(mit / 20_000.0).isBetween(26 / 153.0 - 0.02, 26 / 153.0 + 0.02);
        assertThat(gated / 20_000.0).isBetween(26 / 128.0 - 0.02, 26 / 128.0 + 0.02);
        assertThat(based / 20_000.0).isBetween(40 / 153.0 - 0.02, 40 / 153.0 + 0.02);
    }

    @Test
    void changesAsManyModelsAsItShould() {
        var before = World.of(5, 50_000);
        var after = before.next();
        int changed = 0;
        for (int i = 0; i < before.models(); i++) {
            changed += after.past(i).equals(before.past(i)) ? 0 : 1;
        }
        assertThat(changed).isBetween(400, 600);
    }

    @Test
    void keepsEveryRevisionReadable() throws Exception {
        var world = World.of(11, 2_000);
        try (var hub = StandInHub.start(world)) {
            hub.advance();
            hub.advance();
            var index = new HashSet<Integer>();
            for (int i = 0; i < world.models(); i++) {
                var past = hub.world().past(i);
                if (past.content() > 0 && !past.deleted() && past.renamed() == 0) {
                    index.add(i);
                }
            }
            assertThat(index).isNotEmpty();
            for (int i : index) {
                var then = world.model(i);
                var now = ask(hub, "/api/models/" + then.id() + "/revision/" + then.commit());
                assertThat(now.path("sha").asText()).isEqualTo(then.commit());
                assertThat(hub.world().model(i).commit()).isNotEqualTo(then.commit());
            }
        }
    }

    @Test
    void leadsOldNamesToTheNewOne() throws Exception {
        var world = World.of(2, 20_000);
        for (int version = 0; version < 5; version++) {
            world = world.next();
        }
        int renamed = 0;
        while (world.past(renamed).renamed() == 0 || world.past(renamed).deleted()) {
            renamed++;
        }
        try (var hub = StandInHub.start(world)) {
            String old = World.of(2, 20_000).model(renamed).id();
            var reply = get(hub.endpoint() + "/api/models/" + old + "?blobs=true", HttpClient.Redirect.NEVER);
            assertThat(reply.statusCode()).isEqualTo(307);
            assertThat(reply.headers().firstValue("Location"))
                    .hasValue("/api/models/" + world.model(renamed).id() + "?blobs=true");
        }
    }

    @Test
    void keepsFilesOfGatedModelsBack() throws Exception {
        int gated = 0;
        while (!WORLD.model(gated).isGated()) {
            gated++;
        }
        try (var hub = StandInHub.start(WORLD)) {
            String id = WORLD.model(gated).id();
            assertThat(get(hub.endpoint() + "/api/models/" + id, HttpClient.Redirect.NEVER)
                            .statusCode())
                    .isEqualTo(200);
            var reply = get(hub.endpoint() + "/" + id + "/resolve/main/README.md", HttpClient.Redirect.NEVER);
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(reply.headers().firstValue("X-Error-Code")).hasValue("GatedRepo");
        }
    }

    @Test
    void failsAsOftenAsAskedAndTheSameWayAgain() throws Exception {
        var plan = new Faults(3, 0.5, Duration.ofMillis(300));
        assertThat(outcomes(plan))
                .isEqualTo(outcomes(plan))
                .contains("429", "500", "broken", "200")
                .hasSize(60);
    }

    @Test
    void refusesBeyondItsQuota() throws Exception {
        try (var hub = StandInHub.start(WORLD, new Quota.Limit(3, Duration.ofMinutes(5)))) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                statuses.add(get(hub.endpoint() + "/api/models?limit=1", HttpClient.Redirect.NEVER)
                        .statusCode());
            }
            assertThat(statuses).containsExactly(200, 200, 200, 429);
            assertThat(hub.counts().beyondQuota()).isEqualTo(1);
        }
    }

    private static List<String> outcomes(Faults plan) throws InterruptedException {
        List<String> outcomes = new ArrayList<>();
        try (var hub = StandInHub.start(WORLD)) {
            hub.fail(plan);
            for (int i = 0; i < 60; i++) {
                outcomes.add(outcome(hub));
            }
        }
        return outcomes;
    }

    private static String outcome(StandInHub hub) throws InterruptedException {
        try {
            var reply = get(hub.endpoint() + "/api/models?limit=2", HttpClient.Redirect.NEVER);
            if (reply.statusCode() == 200) {
                JSON.readTree(reply.body());
            }
            return String.valueOf(reply.statusCode());
        } catch (IOException e) {
            return "broken";
        }
    }

    private static List<String> list(StandInHub hub, String query) throws Exception {
        List<String> ids = new ArrayList<>();
        String url = hub.endpoint() + "/api/models?" + query;
        while (!url.isEmpty()) {
            var reply = get(url, HttpClient.Redirect.NEVER);
            JSON.readTree(reply.body()).forEach(item -> ids.add(item.path("id").asText()));
            Matcher next = NEXT.matcher(reply.headers().firstValue("Link").orElse(""));
            url = next.find() ? next.group(1) : "";
        }
        return ids;
    }

    private static JsonNode ask(StandInHub hub, String path) throws Exception {
        var reply = get(hub.endpoint() + path, HttpClient.Redirect.NEVER);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static HttpResponse<String> get(String url, HttpClient.Redirect redirects)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().followRedirects(redirects).build()) {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
