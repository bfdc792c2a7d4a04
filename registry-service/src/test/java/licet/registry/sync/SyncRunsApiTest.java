package licet.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SyncRunsApiTest {
    private static SyncFixture sync;
    private static String writer;

    @BeforeAll
    static void start() {
        sync = new SyncFixture();
        writer = sync.registry.token(Scope.WRITE);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return sync.registry.send(sync.registry
                .request(path)
                .header("Authorization", "Bearer " + writer)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Watch watch(String owner, int models) {
        sync.hub.fill(owner, models);
        return sync.watch(new Target.Developer(owner), Tier.LISTED);
    }

    @Test
    void aRunIsStartedStoppedAndShown() {
        var watch = watch("shown", 3);
        String wish = "{\"watch\":\"%s\"}".formatted(watch.id());
        var started = send("POST", "/api/v1/sync-runs", wish);
        assertThat(started.statusCode()).isEqualTo(202);
        String place = started.headers().firstValue("Location").orElseThrow();
        assertThat(send("POST", "/api/v1/sync-runs", wish).statusCode()).isEqualTo(409);
        assertThat(send("POST", place + "/pause", "").body()).contains("\"state\":\"paused\"");
        assertThat(send("POST", place + "/pause", "").statusCode()).isEqualTo(409);
        assertThat(send("POST", place + "/resume", "").body()).contains("\"state\":\"running\"");
        sync.run(watch);
        assertThat(send("GET", place, "").body())
                .contains("\"state\":\"done\"", "\"listed\":3", "\"requests\":1", "\"errors\":[]", "\"quota\":\"api\"");
        assertThat(send("GET", "/api/v1/sync-runs?watch=" + watch.id(), "").body())
                .contains(place.substring(place.lastIndexOf('/') + 1));
        assertThat(send("POST", place + "/cancel", "").statusCode()).isEqualTo(409);
        assertThat(sync.count("audit_entry WHERE object_kind = 'sync-run' AND actor_kind = 'token'"))
                .isEqualTo(3);
    }

    @Test
    void whatIsNotThereOrNotAskedRightIsSaid() {
        assertThat(send("GET", "/api/v1/sync-runs/999999", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/api/v1/sync-runs/x/pause", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/api/v1/sync-runs", "{\"watch\":\"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/api/v1/sync-runs", "{\"watch\":\"%s\"}".formatted(new UUID(1, 2)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/api/v1/sync-runs?limit=0", "").statusCode()).isEqualTo(400);
    }

    @Test
    void driftIsShownUnderEveryNameOfTheModel() {
        var watch = watch("told", 1);
        sync.run(watch);
        sync.hub.change("told/model-00000", model -> model.withFact("gated", "auto"));
        sync.run(watch);
        sync.hub.rename("told/model-00000", "told/renamed");
        sync.run(watch);
        var now = send("GET", "/api/v1/models/told/renamed/drift", "");
        assertThat(now.body())
                .contains("\"kind\":\"renamed\"", "\"before\":\"told/model-00000\"", "\"kind\":\"gated\"");
        assertThat(send("GET", "/api/v1/models/told/model-00000/drift", "").body())
                .isEqualTo(now.body());
        assertThat(send("GET", "/api/v1/models/told/nobody/drift", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void licenseTextsAreComparedWordByWord() {
        sync.hub.put(BulkHub.model("worded/model").withFile("LICENSE", "You may use this for any purpose.\n"));
        var watch = sync.watch(new Target.Developer("worded"), Tier.EXAMINED);
        sync.run(watch);
        sync.hub.change("worded/model", model -> model.withFile("LICENSE", "You may use this for research.\n"));
        sync.run(watch);
        assertThat(send("GET", "/api/v1/models/worded/model/drift", "").body())
                .contains("\"kind\":\"license-text\"", "\"before\":\"any purpose.\"", "\"after\":\"research.\"");
    }

    @Test
    void metricsSayWhatWasAskedAndListed() {
        sync.run(watch("counted", 2));
        assertThat(send("GET", "/api/v1/metrics", "").body())
                .contains(
                        "licet_hub_requests_total{status=\"2xx\"}",
                        "licet_hub_bytes_total",
                        "licet_sync_models_total{tier=\"listed\"}");
    }

    @Test
    void jobsOfTheServerBringADueWatchUpToDate() throws InterruptedException {
        var registry = TestRegistry.apart();
        registry.bean(licet.registry.knowledge.ActiveKnowledge.class).activate();
        new BulkHub(registry).fill("due", 12);
        var watch = registry.bean(Watches.class)
                .create(
                        new Watch.Wish(new Target.Developer("due"), Tier.EXAMINED, Watch.Wish.DAILY),
                        licet.registry.platform.audit.Actor.HOST);
        var runs = registry.bean(SyncRuns.class);
        runs.startDue();
        assertThat(runs.startDue()).as("due again tomorrow").isZero();
        var run = runs.list(java.util.Optional.of(watch.id()), 1).getFirst();
        for (int i = 0; i < 900 && runs.get(run.id()).state().isOpen(); i++) {
            Thread.sleep(Duration.ofMillis(100));
        }
        assertThat(runs.get(run.id()).state()).isEqualTo(SyncRun.State.DONE);
        assertThat(runs.get(run.id()).counts().examined()).isEqualTo(12);
    }
}
