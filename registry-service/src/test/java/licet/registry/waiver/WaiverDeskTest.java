package licet.registry.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import licet.ingest.hub.RepoId;
import licet.registry.decision.Deliberation;
import licet.registry.decision.VerdictTable;
import licet.registry.identity.Leavers;
import licet.registry.instrument.NewPaper;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule, one text, one deployment, two people, an end: a waiver lifts that and nothing else. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WaiverDeskTest {
    private static WaiverBench bench;
    private static WaiverDesk desk;
    private static Deliberation about;
    private static Principal stranger;

    @BeforeAll
    static void start() {
        bench = new WaiverBench();
        desk = bench.bean(WaiverDesk.class);
        about = bench.refused();
        stranger = bench.person("stranger", Role.ADMINISTRATOR);
    }

    @AfterEach
    void nothingIsLeft() {
        bench.registry.clock().advance(Duration.ofMinutes(1));
        bench.bean(Database.class).write(sql -> {
            sql.update(
                    "UPDATE waiver SET state = 'withdrawn', ended_at = ?, end_reason = 'test' WHERE state = 'proposed'",
                    bench.now());
            return sql.update(
                    "UPDATE waiver SET state = 'expired', ended_at = ?, end_reason = 'test' WHERE state = 'acting'",
                    bench.now());
        });
        bench.enforce(WaiverBench.ALWAYS, WaiverBench.BECAUSE);
    }

    private static NewWaiver until(Instant end) {
        var wish = bench.wish(about);
        return new NewWaiver(
                wish.finding(),
                wish.source(),
                wish.model(),
                wish.deployment(),
                wish.everyModel(),
                wish.reason(),
                end,
                wish.link(),
                wish.document());
    }

    private static NewWaiver of(Deliberation in, String finding) {
        var wish = bench.wish(in);
        return new NewWaiver(
                finding,
                wish.source(),
                wish.model(),
                wish.deployment(),
                wish.everyModel(),
                wish.reason(),
                wish.until(),
                wish.link(),
                wish.document());
    }

    @Test
    void what_two_people_waive_is_permitted_until_its_end_and_refused_from_then_on() {
        assertThat(bench.verdict(about).verdict()).isEqualTo("DENY");
        var proposed = bench.proposed(about);
        assertThat(bench.verdict(about).verdict()).as("proposed").isEqualTo("DENY");
        assertThat(bench.bean(Waivers.class).waiting(bench.approver)).contains(proposed);
        assertThat(bench.bean(Waivers.class).waiting(bench.asks)).isEmpty();
        bench.registry.clock().advance(Duration.ofMinutes(1));
        var waiver = desk.confirm(proposed.id(), "I looked at the scan.", bench.approver);
        assertThat(waiver.state()).isEqualTo(WaiverState.ACTING);
        var verdict = bench.verdict(about);
        assertThat(verdict.verdict()).isEqualTo("ALLOW");
        assertThat(verdict.validUntil().orElseThrow()).isBeforeOrEqualTo(waiver.until());
        assertThat(bench.lifting(
                        about.model().model().value(), about.deployment().value()))
                .containsExactly("waiver:" + waiver.id());

        bench.registry
                .clock()
                .advance(Duration.between(bench.now(), waiver.until()).minusNanos(1_000));
        assertThat(bench.verdict(about).verdict()).isEqualTo("ALLOW");
        bench.registry.clock().advance(Duration.ofNanos(1_000));
        assertThat(bench.verdict(about).verdict())
                .as("before anything closed it")
                .isEqualTo("DENY");
        assertThat(bench.bean(WaiverKeeping.class).keep()).isPositive();
        assertThat(bench.bean(WaiverKeeping.class).keep()).isZero();
        assertThat(bench.bean(Waivers.class).get(waiver.id()).state()).isEqualTo(WaiverState.EXPIRED);
        assertThat(bench.actions(waiver.id())).containsExactly("waiver.propose", "waiver.confirm", "waiver.end");
        assertThat(bench.messages(waiver.id())).containsExactly("waiver.propose", "waiver.confirm", "waiver.end");
        assertThat(bench.told(bench.asks)).contains("waiver-ended");
        assertThat(bench.told(bench.approver)).contains("waiver-ended");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1})
    void it_ends_within_the_limit_of_the_policy(long microsPastLimit) {
        var end = bench.now().plus(Duration.ofDays(30)).plusNanos(1_000 * microsPastLimit);
        if (microsPastLimit <= 0) {
            assertThat(desk.propose(until(end), bench.asks).until()).isEqualTo(end);
        } else {
            assertThatThrownBy(() -> desk.propose(until(end), bench.asks))
                    .hasMessageContaining("/until")
                    .hasMessageContaining("at most 30 days");
        }
    }

    @Test
    void it_has_an_end_in_the_future_a_reason_and_evidence() {
        assertThatThrownBy(() -> desk.propose(until(bench.now()), bench.asks)).hasMessageContaining("/until");
        var wish = bench.wish(about);
        for (var link : List.of(
                "http://tracker.example.com/1",
                "https:///1",
                "javascript:alert(1)",
                "ftp://files.example.com",
                "https://who:secret@tracker.example.com",
                "https://tracker.example.com/" + "a".repeat(1_000),
                "tracker")) {
            assertThatThrownBy(() -> new NewWaiver(
                            wish.finding(),
                            wish.source(),
                            wish.model(),
                            wish.deployment(),
                            false,
                            wish.reason(),
                            wish.until(),
                            Optional.of(link),
                            Optional.empty()))
                    .as(link)
                    .hasMessageContaining("/evidenceLink");
        }
        assertThatThrownBy(() -> new NewWaiver(
                        wish.finding(),
                        wish.source(),
                        wish.model(),
                        wish.deployment(),
                        false,
                        wish.reason(),
                        wish.until(),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("/evidenceLink");
        assertThatThrownBy(() -> new NewWaiver(
                        wish.finding(),
                        wish.source(),
                        wish.model(),
                        wish.deployment(),
                        false,
                        " ",
                        wish.until(),
                        wish.link(),
                        Optional.empty()))
                .hasMessageContaining("/reason");
    }

    @Test
    void a_document_stands_for_the_evidence_too() {
        var wish = bench.wish(about);
        byte[] bytes = "What the scan found.".getBytes(StandardCharsets.UTF_8);
        var waiver = desk.propose(
                new NewWaiver(
                        wish.finding(),
                        wish.source(),
                        wish.model(),
                        wish.deployment(),
                        false,
                        wish.reason(),
                        wish.until(),
                        Optional.empty(),
                        Optional.of(new NewPaper.File("scan.txt", "text/plain", bytes))),
                bench.asks);
        String sha256 = waiver.evidence().document().orElseThrow().sha256();
        var waivers = bench.bean(Waivers.class);
        assertThat(waivers.document(waiver.id(), sha256, bench.approver).bytes())
                .isEqualTo(bytes);
        assertThatThrownBy(() -> waivers.document(waiver.id(), sha256, stranger))
                .hasMessageContaining("auditor");
    }

    /** Clauses, grants, law, rules without the mark, and what is no reason here. */
    @Test
    void nothing_else_is_waived() {
        var clauses = bench.everything()
                .flatMap(in -> in.verdict().findings().stream()
                        .map(cited -> cited.finding())
                        .filter(finding -> finding instanceof Finding.Violated || finding instanceof Finding.Needs)
                        .filter(finding -> !(finding.subject() instanceof Subject.OfPolicy))
                        .map(finding -> of(in, finding.subject().id())))
                .limit(60)
                .toList();
        assertThat(clauses).hasSizeGreaterThan(20);
        var pilots = bench.everything()
                .filter(in -> in.unliftable().contains("policy/house/not-there"))
                .limit(1)
                .map(in -> of(in, "policy/house/not-there"))
                .toList();
        var others =
                List.of(of(about, "policy/house/nothing"), of(about, ""), of(about, "policy/house/not-here/legal"));
        for (var wishes : List.of(clauses, pilots, others)) {
            for (var wish : wishes) {
                assertThatThrownBy(() -> desk.propose(wish, bench.asks))
                        .as("%s", wish)
                        .hasMessageContaining("/finding")
                        .hasMessageContaining("never waived");
            }
        }
    }

    @Test
    void nobody_confirms_an_own_proposal_and_only_approvers_decide() {
        var own = desk.propose(bench.wish(about), bench.approver);
        for (var step : List.<UnaryOperator<Waiver>>of(
                waiver -> desk.confirm(waiver.id(), "Mine.", bench.approver),
                waiver -> desk.reject(waiver.id(), "Mine.", bench.approver))) {
            assertThatThrownBy(() -> step.apply(own)).hasMessageContaining("another person");
        }
        for (var other : List.of(stranger, bench.asks)) {
            assertThatThrownBy(() -> desk.confirm(own.id(), "Yes.", other)).hasMessageContaining("approver");
            assertThatThrownBy(() -> desk.withdraw(own.id(), "No.", other)).hasMessageContaining("who proposed");
        }
        assertThatThrownBy(() -> desk.propose(bench.wish(about), stranger)).hasMessageContaining("requester");
        assertThatThrownBy(() -> desk.propose(bench.wish(about), bench.asks)).hasMessageContaining("proposed already");
        assertThat(desk.withdraw(own.id(), "Not needed.", bench.approver).state())
                .isEqualTo(WaiverState.WITHDRAWN);
        var next = bench.proposed(about);
        assertThat(desk.reject(next.id(), "No.", bench.approver).state()).isEqualTo(WaiverState.REJECTED);
        assertThatThrownBy(() -> desk.confirm(next.id(), "Yes.", bench.approver))
                .hasMessageContaining("rejected");
        assertThatThrownBy(() -> desk.revoke(next.id(), "No.", bench.approver)).hasMessageContaining("does not act");
        assertThat(bench.actions(next.id())).containsExactly("waiver.propose", "waiver.reject");
    }

    @Test
    void one_that_is_revoked_lifts_nothing_at_once() {
        var waiver = bench.confirmed(bench.wish(about));
        assertThat(bench.verdict(about).verdict()).isEqualTo("ALLOW");
        assertThatThrownBy(() -> desk.revoke(waiver.id(), "No.", stranger)).hasMessageContaining("an approver");
        assertThatThrownBy(() -> desk.revoke(waiver.id(), " ", bench.asks)).hasMessageContaining("/reason");
        assertThat(desk.revoke(waiver.id(), "It was no false alarm.", bench.asks)
                        .state())
                .isEqualTo(WaiverState.REVOKED);
        assertThat(bench.verdict(about).verdict()).isEqualTo("DENY");
        assertThat(bench.actions(waiver.id())).containsExactly("waiver.propose", "waiver.confirm", "waiver.revoke");
        assertThat(bench.told(bench.approver)).contains("waiver-ended");
    }

    @Test
    void another_rule_under_the_same_name_is_not_waived_and_nobody_confirms_what_was_not_seen() {
        var waiver = bench.confirmed(bench.wish(about));
        var proposed = bench.proposed(about);
        bench.enforce(WaiverBench.ALWAYS, "Something else is the reason.");
        assertThat(bench.verdict(about).verdict()).isEqualTo("DENY");
        assertThatThrownBy(() -> desk.confirm(proposed.id(), "Yes.", bench.approver))
                .hasMessageContaining("propose it anew");
        bench.registry.clock().advance(Duration.ofHours(2));
        bench.bean(WaiverKeeping.class).keep();
        assertThat(bench.bean(Waivers.class).get(waiver.id()).state()).isEqualTo(WaiverState.REASON_GONE);
        assertThat(bench.actions(waiver.id())).endsWith("waiver.end");
    }

    @Test
    void the_same_rule_in_a_later_version_stays_waived() {
        var waiver = bench.confirmed(bench.wish(about));
        bench.enforce(WaiverBench.ALWAYS, WaiverBench.BECAUSE);
        assertThat(bench.verdict(about).verdict()).isEqualTo("ALLOW");
        bench.registry.clock().advance(Duration.ofHours(2));
        bench.bean(WaiverKeeping.class).keep();
        assertThat(bench.bean(Waivers.class).get(waiver.id()).state()).isEqualTo(WaiverState.ACTING);
    }

    @Test
    void it_is_closed_when_its_reason_is_gone() {
        var waiver = bench.confirmed(bench.wish(about));
        bench.enforce("model.scan == 'flagged' && deployment.stage == 'pilot'", WaiverBench.BECAUSE);
        bench.registry.clock().advance(Duration.ofHours(2));
        assertThat(bench.bean(WaiverKeeping.class).keep()).isPositive();
        var closed = bench.bean(Waivers.class).get(waiver.id());
        assertThat(closed.state()).isEqualTo(WaiverState.REASON_GONE);
        assertThat(closed.ended().orElseThrow().person()).isEmpty();
        assertThat(bench.told(bench.asks)).contains("waiver-ended");
    }

    @Test
    void another_text_is_not_waived() {
        String model = "waived-lab/one";
        var original = bench.recorded(about.model().model().value());
        bench.push(original.withId(RepoId.parse(model)).withFact("_id", "d".repeat(24)));
        var there = bench.everything()
                .filter(in -> in.model().model().value().equals(model)
                        && in.deployment().equals(about.deployment()))
                .findFirst()
                .orElseThrow();
        var waiver = bench.confirmed(bench.wish(there));
        String deployment = about.deployment().value();
        assertThat(bench.lifting(model, deployment)).contains(waiver.reference());
        bench.push(bench.recorded(model).withFile("NOTES.md", "Nothing about the license."));
        assertThat(bench.lifting(model, deployment)).as("another file").contains(waiver.reference());
        bench.push(bench.recorded(model).withFile("LICENSE", "Another text than before."));
        assertThat(bench.lifting(model, deployment)).doesNotContain(waiver.reference());
        bench.registry.clock().advance(Duration.ofHours(2));
        bench.bean(WaiverKeeping.class).keep();
        assertThat(bench.bean(Waivers.class).get(waiver.id()).state()).isEqualTo(WaiverState.REASON_GONE);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void others_with_the_same_text_are_reached_only_where_it_is_given_for_them(boolean everyModel) {
        String copy = "waived-lab/copy-" + everyModel;
        var original = bench.recorded(about.model().model().value());
        bench.push(original.withId(RepoId.parse(copy)).withFact("_id", (everyModel ? "e" : "f").repeat(24)));
        var waiver = bench.confirmed(bench.wish(about, everyModel));
        String deployment = about.deployment().value();
        assertThat(bench.lifting(copy, deployment).contains(waiver.reference())).isEqualTo(everyModel);
        assertThat(bench.lifting(about.model().model().value(), deployment)).contains(waiver.reference());
        bench.bean(VerdictTable.class).fill();
        long rows = bench.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM model_verdict v JOIN model m ON m.id = v.model_id"
                                + " WHERE m.owner || '/' || m.name = ? AND v.deployment_key = ?",
                        row -> row.getLong("n"),
                        copy,
                        deployment));
        assertThat(rows > 0).as("lists know it").isEqualTo(everyModel);
    }

    @Test
    void without_a_text_of_its_own_a_model_is_waived_alone() {
        var bare = bench.everything()
                .filter(in -> WaiverBench.texts(in).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> desk.propose(bench.wish(bare, true), bench.asks))
                .hasMessageContaining("/everyModel");
        assertThat(desk.propose(bench.wish(bare), bench.asks).where().texts()).isEmpty();
    }

    @Test
    void people_are_reminded_once_before_its_end() {
        var waiver = bench.confirmed(bench.wish(about));
        var keeping = bench.bean(WaiverKeeping.class);
        keeping.keep();
        assertThat(bench.actions(waiver.id())).doesNotContain("waiver.remind");
        bench.registry.clock().advance(Duration.ofDays(16));
        keeping.keep();
        keeping.keep();
        assertThat(bench.actions(waiver.id())).containsOnlyOnce("waiver.remind");
        assertThat(bench.told(bench.asks)).contains("waiver-ending");
        assertThat(bench.told(bench.approver)).contains("waiver-ending");
        assertThat(bench.verdict(about).verdict()).isEqualTo("ALLOW");
    }

    @Test
    void a_leaver_leaves_no_proposal_behind() {
        var leaver = bench.person("leaver", Role.REQUESTER);
        var open = desk.propose(bench.wish(about), leaver);
        bench.bean(Leavers.class).deactivate(WaiverBench.id(leaver), Optional.empty(), stranger);
        assertThat(bench.bean(Waivers.class).get(open.id()).state()).isEqualTo(WaiverState.WITHDRAWN);
        assertThat(bench.actions(open.id())).containsExactly("waiver.propose", "waiver.withdraw");
    }

    @Test
    void a_proposal_that_nobody_decided_about_ends_with_its_term() {
        var open = bench.proposed(about);
        bench.registry.clock().advance(Duration.ofDays(21));
        assertThatThrownBy(() -> desk.confirm(open.id(), "Yes.", bench.approver))
                .hasMessageContaining("anew");
        bench.bean(WaiverKeeping.class).keep();
        assertThat(bench.bean(Waivers.class).get(open.id()).state()).isEqualTo(WaiverState.WITHDRAWN);
    }

    /** Whoever goes around the product finds the same limits in the database. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = 'acting', decided_by = proposed_by, decided_at = now, decision = 'x' | waiver_two_people",
                "state = 'acting' | waiver_decided_or_not",
                "state = 'acting', decided_by = OTHER, decided_at = now, decision = ' ' | waiver_decided_whole",
                "state = 'acting', decided_by = OTHER, decided_at = acts_until, decision = 'x' | waiver_confirmed_in_time",
                "state = 'withdrawn' | waiver_ended_or_not",
                "state = 'withdrawn', ended_at = now, end_reason = ' ' | waiver_ended_whole",
                "state = 'over', decided_by = OTHER, decided_at = now, decision = 'x', ended_at = now, end_reason = 'x' | waiver_state_known",
                "acts_until = proposed_at + interval '31 days' | waiver_within_limit",
                "acts_until = proposed_at | waiver_within_limit",
                "finding = 'llama-3.3-community/monthly-users-cap' | waiver_of_a_rule_only",
                "evidence_link = 'http://tracker.example.com' | waiver_link_is_https",
                "evidence_link = NULL | waiver_shows_evidence",
                "reason = ' ' | waiver_says_why",
                "every_model = true, texts = '{}' | waiver_every_model_of_a_text",
            })
    void the_database_holds_the_same_limits(String change, String constraint) throws Exception {
        var open = bench.proposed(about);
        String set = change.replace("OTHER", "'" + WaiverBench.id(bench.approver) + "'")
                .replace("= now", "= '" + bench.now() + "'");
        try (var connection = bench.registry.database().owner().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE waiver SET " + set + " WHERE id = '" + open.id() + "'"))
                    .hasMessageContaining(constraint);
        }
        try (var connection = bench.registry.database().app().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE waiver SET acts_until = acts_until"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void lists_are_of_a_state_a_deployment_and_a_page() {
        var first = bench.confirmed(bench.wish(about));
        var second = bench.proposed(about);
        var waivers = bench.bean(Waivers.class);
        var here = Optional.of(about.deployment().value());
        assertThat(ids(waivers.list(new WaiverQuery(Optional.of(WaiverState.ACTING), here, Optional.empty(), 50))))
                .containsExactly(first.id());
        assertThat(ids(waivers.list(new WaiverQuery(
                        Optional.of(WaiverState.PROPOSED), Optional.of("elsewhere"), Optional.empty(), 50))))
                .isEmpty();
        var page = waivers.list(new WaiverQuery(Optional.empty(), here, Optional.empty(), 1));
        assertThat(ids(page)).containsExactly(second.id());
        assertThat(ids(waivers.list(new WaiverQuery(Optional.empty(), here, page.next(), 1))))
                .containsExactly(first.id());
        bench.registry.clock().advance(Duration.ofDays(20));
        assertThat(ids(waivers.list(new WaiverQuery(Optional.of(WaiverState.EXPIRED), here, Optional.empty(), 50))))
                .as("before anything closed it")
                .contains(first.id());
    }

    private static List<UUID> ids(Waiver.Page page) {
        return page.waivers().stream().map(Waiver::id).toList();
    }

    @Test
    void what_programs_send_twice_happens_once() throws Exception {
        var mine = bench.token(bench.asks);
        var theirs = bench.token(bench.approver);
        var body = Map.of(
                "finding",
                WaiverBench.FINDING,
                "model",
                about.model().model().value(),
                "deployment",
                about.deployment().value(),
                "reason",
                "The flag is a false alarm.",
                "until",
                bench.now().plus(Duration.ofDays(10)).toString(),
                "evidenceLink",
                WaiverBench.LINK);
        var calls = new ApiCalls(bench.registry);
        var made = calls.post("/waivers", mine, body, "once");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(calls.post("/waivers", mine, body, "once").body()).isEqualTo(made.body());
        String place = made.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
        var reason = Map.of("reason", "Seen.");
        assertThat(calls.post(place + "/confirm", mine, reason, "a").statusCode())
                .isEqualTo(403);
        var confirmed = calls.post(place + "/confirm", theirs, reason, "b");
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(calls.post(place + "/confirm", theirs, reason, "b").body()).isEqualTo(confirmed.body());
        assertThat(calls.post(place + "/confirm", theirs, reason, "c").statusCode())
                .isEqualTo(409);
        assertThat(bench.registry.get("/api/v1" + place, mine).body()).isEqualTo(confirmed.body());
        assertThat(bench.registry.get("/api/v1/waivers?state=acting", mine).body())
                .contains("\"state\":\"acting\"");
        assertThat(calls.post(place + "/revoke", mine, reason, "d").statusCode())
                .isEqualTo(200);
        assertThat(calls.post(place + "/withdraw", mine, reason, "e").statusCode())
                .isEqualTo(409);
        for (var wrong : List.of("state=gone", "limit=0", "cursor=x")) {
            assertThat(bench.registry.get("/api/v1/waivers?" + wrong, mine).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        var never = calls.post("/waivers", mine, with(body, "finding", "llama-3.3-community/monthly-users-cap"), "f");
        assertThat(never.statusCode()).isEqualTo(400);
        assertThat(never.body()).contains("/finding", "llama-3.3-community/monthly-users-cap", "never waived");
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        var changed = new java.util.HashMap<String, Object>(body);
        changed.put(field, Objects.requireNonNull(value));
        return changed;
    }
}
