package licet.registry.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.registry.alert.Alert;
import licet.registry.alert.AlertKind;
import licet.registry.alert.ToldPeople;
import licet.registry.drift.Drift;
import licet.registry.drift.DriftForm;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.policy.PolicyDesk;
import licet.registry.testing.TestRegistry;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to models, answers and watches reaches those whom it concerns, once. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class UpstreamNewsTest {
    private static final String MODEL = "Qwen/QwQ-32B";
    private static final String NO = """
            schema: 1
            policy: never
            title: Nothing
            facts-max-age-days: 92
            rules:
              - id: no
                topic: license
                when: deployment.stage == 'production' || deployment.stage != 'production'
                then: deny
                because: Not now.
            """;

    private static TestRegistry registry;
    private static ToldPeople people;
    private static Principal ada;
    private static Principal bob;
    private static long model;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        people = new ToldPeople(registry);
        ada = registry.bean(Credentials.class).findBySession(registry.session()).orElseThrow();
        bob = people.join("bob");
        registry.bean(Teams.class)
                .save(new TeamText("tools", "Tools", List.of("bob"), List.of("eu-internal-tool")), ada);
        model = people.approve(MODEL, "eu-internal-tool", bob);
        registry.bean(DriftNews.class).tell();
    }

    private static void record(Drift drift) {
        record(drift, Optional.empty());
    }

    private static void record(Drift drift, Optional<Long> snapshot) {
        var form = DriftForm.of(drift);
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO drift (model_id, from_snapshot_id, to_snapshot_id, seen_at, kind, detail)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        model,
                        snapshot.orElse(null),
                        snapshot.orElse(null),
                        registry.clock().instant(),
                        form.kind(),
                        form.detail()));
    }

    private static List<Alert> told(Principal person, AlertKind kind) {
        return people.told(person).stream().filter(one -> one.kind() == kind).toList();
    }

    static Stream<Arguments> drifts() {
        return Stream.of(
                Arguments.of(
                        new Drift.LicenseTag(List.of("mit"), List.of("other")),
                        AlertKind.LICENSE_TAG_CHANGED,
                        "mit > other"),
                Arguments.of(
                        new Drift.LicenseText("LICENSE", Optional.of("aa"), Optional.empty()),
                        AlertKind.LICENSE_TEXT_CHANGED,
                        "aa > "),
                Arguments.of(new Drift.Gated("none", "manual"), AlertKind.GATING_CHANGED, "none > manual"),
                Arguments.of(new Drift.Weights("model.safetensors", "aa", "bb"), AlertKind.WEIGHTS_CHANGED, "aa > bb"),
                Arguments.of(
                        new Drift.BaseModel(List.of(), List.of("finetune:a/b")),
                        AlertKind.BASE_CHANGED,
                        " > finetune:a/b"),
                Arguments.of(new Drift.Renamed("a/b", "a/c"), AlertKind.MODEL_RENAMED, "a/b > a/c"),
                Arguments.of(new Drift.Unlisted(), AlertKind.MODEL_GONE, "unlisted"),
                Arguments.of(new Drift.Gone(), AlertKind.MODEL_GONE, "gone"),
                Arguments.of(new Drift.Returned(), AlertKind.MODEL_RETURNED, "returned"),
                Arguments.of(new Drift.Disabled(true), AlertKind.MODEL_DISABLED, "disabled"),
                Arguments.of(new Drift.Disabled(false), AlertKind.MODEL_DISABLED, "enabled"),
                Arguments.of(new Drift.NewMember(new UUID(0, 7)), AlertKind.MODEL_NEW, ""));
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void every_change_is_told_once_with_its_difference(Drift drift, AlertKind kind, String difference) {
        registry.clock().advance(Duration.ofSeconds(1));
        int before = told(bob, kind).size();
        record(drift);
        assertThat(registry.bean(DriftNews.class).tell()).isEqualTo(1);
        assertThat(registry.bean(DriftNews.class).tell()).as("again").isZero();
        var all = told(bob, kind);
        assertThat(all).hasSize(before + 1);
        var facts = all.getFirst().facts();
        var said = facts.containsKey("before")
                ? facts.get("before") + " > " + facts.get("after")
                : facts.getOrDefault("state", "");
        assertThat(said).isEqualTo(difference);
        assertThat(facts).containsEntry("model", MODEL).containsEntry("link", "/models/" + MODEL);
        assertThat(told(ada, kind)).as("whom it does not concern").isEmpty();
    }

    @Test
    void many_files_of_one_look_are_one_alert_that_leads_to_the_comparison() {
        long snapshot = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT current_snapshot_id AS id FROM model WHERE id = ?", row -> row.getLong("id"), model));
        for (int shard = 0; shard < 30; shard++) {
            record(new Drift.Weights("model-" + shard, "aa", "bb"), Optional.of(snapshot));
        }
        int before = told(bob, AlertKind.WEIGHTS_CHANGED).size();
        registry.clock().advance(Duration.ofSeconds(1));
        assertThat(registry.bean(DriftNews.class).tell()).isEqualTo(30);
        var all = told(bob, AlertKind.WEIGHTS_CHANGED);
        assertThat(all).hasSize(before + 1);
        assertThat(all.getFirst().facts())
                .containsEntry("count", "30")
                .containsEntry("link", "/models/" + MODEL + "/snapshots?from=" + snapshot + "&to=" + snapshot);
    }

    @Test
    void a_license_that_says_something_else_is_told_with_its_words_and_both_snapshots() {
        var id = RepoId.parse(MODEL);
        for (var text : List.of("You may use the model freely.\n", "You may use the model at home.\n")) {
            registry.clock().advance(Duration.ofMinutes(1));
            registry.bean(RecordedHub.class)
                    .change(models -> models.with(models.get(id).withFile("LICENSE", text)));
            registry.bean(Ingest.class).run(List.of(id), IngestProgress.SILENT);
            registry.bean(DriftNews.class).tell();
        }
        var facts = told(bob, AlertKind.LICENSE_TEXT_CHANGED).getFirst().facts();
        assertThat(facts.get("before")).contains("freely");
        assertThat(facts.get("after")).contains("at home");
        assertThat(facts).containsEntry("path", "LICENSE");
        assertThat(facts.get("link")).matches("/models/" + MODEL + "/snapshots\\?from=\\d+&to=\\d+");
    }

    @Test
    void an_answer_that_flips_is_told_and_one_that_stands_is_not() {
        var news = registry.bean(AnswerNews.class);
        assertThat(news.look()).as("the first look only remembers").isZero();
        assertThat(news.look()).isZero();
        var author = people.join("author", Set.of(Role.POLICY_AUTHOR));
        var second = people.join("second", Set.of(Role.POLICY_AUTHOR, Role.APPROVER));
        var desk = registry.bean(PolicyDesk.class);
        var draft = desk.propose(new PolicyDesk.Proposal(NO, "We stop.", Optional.empty()), author);
        desk.activate(draft.key(), draft.version(), "balanced/1", "Agreed.", second);
        registry.clock().advance(Duration.ofSeconds(1));
        assertThat(news.look()).isEqualTo(1);
        assertThat(news.look()).as("once").isZero();
        assertThat(told(bob, AlertKind.VERDICT_FLIPPED))
                .singleElement()
                .satisfies(alert -> assertThat(alert.facts())
                        .containsEntry("after", "DENY")
                        .containsEntry("deployment", "eu-internal-tool"));
    }

    @Test
    void a_watch_that_fails_is_told_once_until_it_works_again() {
        var news = registry.bean(WatchNews.class);
        var wish = new Watch.Wish(new Target.Developer("acme"), Tier.LISTED, Watch.Wish.DAILY);
        var watch = registry.bean(Watches.class).create(wish, Actor.HOST);
        news.look();
        var steps = new StringBuilder();
        for (var state : List.of("failed", "failed", "running", "failed", "done", "done", "failed")) {
            registry.clock().advance(Duration.ofSeconds(1));
            run(watch, state, registry.clock().instant());
            news.look();
            steps.append(about(watch, AlertKind.SYNC_FAILING))
                    .append('/')
                    .append(about(watch, AlertKind.SYNC_WORKS))
                    .append(' ');
        }
        assertThat(steps.toString().strip()).isEqualTo("1/0 1/0 1/0 1/0 1/1 1/1 2/1");
        assertThat(told(bob, AlertKind.SYNC_FAILING)).as("no administrator").isEmpty();
    }

    @Test
    void a_watch_that_is_late_may_catch_up_by_itself() {
        var news = registry.bean(WatchNews.class);
        var wish = new Watch.Wish(new Target.Developer("tardy"), Tier.LISTED, Watch.Wish.DAILY);
        var watch = registry.bean(Watches.class).create(wish, Actor.HOST);
        var told = new StringBuilder();
        for (int hour = 0; hour < 6; hour++) {
            registry.clock().advance(Duration.ofHours(1));
            news.look();
            told.append(about(watch, AlertKind.SYNC_FAILING));
        }
        assertThat(told.toString())
                .as("due, late after an hour, told after two more")
                .isEqualTo("000111");
    }

    private static long about(Watch watch, AlertKind kind) {
        return told(ada, kind).stream()
                .filter(one -> one.objectId().equals(watch.id().toString()))
                .count();
    }

    /** One run at a time. */
    private static void run(Watch watch, String state, Instant at) {
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "UPDATE sync_run SET state = 'failed', ended_at = ? WHERE watch_id = ? AND state = 'running'",
                    at,
                    watch.id());
            return sql.update(
                    "INSERT INTO sync_run (watch_id, state, phase, started_at, moved_at, ended_at)"
                            + " VALUES (?, ?, 'listing', ?, ?, ?)",
                    watch.id(),
                    state,
                    at,
                    at,
                    state.equals("running") ? null : at);
        });
    }
}
