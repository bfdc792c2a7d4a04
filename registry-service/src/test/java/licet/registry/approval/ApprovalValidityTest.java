package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.registry.alert.Alert;
import licet.registry.alert.AlertInbox;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertQuery;
import licet.registry.decision.ApprovedRevisions;
import licet.registry.decision.Deliberation;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.record.Replay;
import licet.registry.record.Replays;
import licet.registry.terms.PublishedPages;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.license.Act;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.BasisChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An approval acts while all that people decided on stands, and says what does not when it stops. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ApprovalValidityTest {
    private static final int GRACE = 7;
    private static final URI PAGE = URI.create("https://ai.google.dev/gemma/terms");

    private final ApprovalBench bench = new ApprovalBench(GRACE);
    private final PublishedPages pages = new PublishedPages(bench.registry);
    private final StalenessWatch watch = bench.bean(StalenessWatch.class);
    private final KnownApprovals approvals = bench.bean(KnownApprovals.class);

    @AfterEach
    void close() {
        bench.close();
    }

    private Deliberation first() {
        return bench.waiting(1).getFirst();
    }

    private boolean permitted(ApprovalRequest request) {
        return bench.verdict(request.about()).permitted();
    }

    private List<String> told(Principal person) {
        var query = new AlertQuery(true, Optional.empty(), 50);
        return bench.bean(AlertInbox.class).list(query, person).stream()
                .map(Alert::kind)
                .map(AlertKind::word)
                .toList();
    }

    private ApprovedRevisions.Approved named(ApprovalRequest request) {
        return approvals
                .current()
                .of(
                        new ModelId(request.about().model()),
                        new DeploymentKey(request.about().deployment()))
                .getFirst();
    }

    @Test
    void another_policy_stops_it_at_once_and_grace_is_granted_by_the_one_in_force() {
        var request = bench.approved(first());
        assertThat(permitted(request)).isTrue();
        assertThat(approvals.get(request.id()).state()).isEqualTo(ApprovalState.VALID);
        bench.enforce("Somebody has to look twice.");
        assertThat(permitted(request)).as("at once").isFalse();

        assertThat(watch.check()).isEqualTo(1);
        assertThat(watch.check()).as("nothing new").isZero();
        var now = bench.registry.clock().instant();
        var stale = approvals.get(request.id());
        assertThat(stale.state()).isEqualTo(ApprovalState.GRACE);
        assertThat(stale.stale().orElseThrow().graceUntil()).contains(now.plus(Duration.ofDays(GRACE)));
        assertThat(stale.stale().orElseThrow().changes())
                .extracting(BasisChange::kind, BasisChange::before, BasisChange::after)
                .containsExactly(tuple(BasisChange.Kind.POLICY, "house/1", "house/2"));
        assertThat(told(bench.asks)).contains("approval-stale");
        var verdict = bench.verdict(request.about());
        assertThat(verdict.permitted()).as("in grace").isTrue();
        assertThat(verdict.validUntil().orElseThrow()).isBeforeOrEqualTo(now.plus(Duration.ofDays(GRACE)));
        assertThat(verdict.reasons().stream().flatMap(reason -> reason.instrument().stream()))
                .extracting(VerdictDocument.Paper::id)
                .contains("approval:" + request.id() + ":grace");
        assertThat(named(request).state()).isEqualTo("grace");
        var answer = bench.registry.get(
                "/api/v1/gate/" + request.about().model() + "?deployment="
                        + request.about().deployment(),
                bench.registry.token(Scope.GATE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Deprecation")).contains("@" + now.getEpochSecond());
        assertThat(answer.headers().firstValue("Sunset").orElseThrow()).endsWith("GMT");
        assertThat(named(request).graceUntil()).contains(now.plus(Duration.ofDays(GRACE)));

        bench.registry.clock().advance(Duration.ofMinutes(1));
        bench.enforce("Somebody has to look three times.");
        assertThat(watch.check()).isEqualTo(1);
        assertThat(approvals.get(request.id()).stale().orElseThrow().graceUntil())
                .as("the next change makes it no longer")
                .contains(now.plus(Duration.ofDays(GRACE)));
        assertThat(permitted(request)).isTrue();
        bench.registry.clock().advance(Duration.ofDays(GRACE));
        assertThat(permitted(request)).as("after its grace").isFalse();
        assertThat(approvals.get(request.id()).state()).isEqualTo(ApprovalState.STALE);
        assertThat(named(request).state()).isEqualTo("stale");
    }

    @Test
    void a_fact_that_is_corrected_back_makes_it_valid_again_with_an_entry_for_each() {
        var request = bench.approved(first());
        var facts = bench.bean(Facts.class);
        var deployment = facts.current()
                .find(new DeploymentKey(request.about().deployment()))
                .orElseThrow()
                .deployment();
        facts.saveDeployment(trains(deployment), Actor.PRODUCT);
        assertThat(permitted(request)).isFalse();
        assertThat(watch.check()).isEqualTo(1);
        assertThat(approvals.get(request.id()).stale().orElseThrow().changes())
                .extracting(BasisChange::kind)
                .contains(BasisChange.Kind.USE);
        facts.saveDeployment(deployment, Actor.PRODUCT);
        assertThat(permitted(request)).isTrue();
        assertThat(watch.check()).isEqualTo(1);
        assertThat(approvals.get(request.id()).state()).isEqualTo(ApprovalState.VALID);
        assertThat(actions(request.id()))
                .containsSubsequence("approval.grant", "approval.stale", "approval.valid-again")
                .doesNotHaveDuplicates();
    }

    private static Deployment trains(Deployment deployment) {
        var acts = new HashSet<>(deployment.acts().done());
        var unknown = new HashSet<>(deployment.acts().unknown());
        acts.add(Act.TRAIN_ON_OUTPUTS);
        unknown.remove(Act.TRAIN_ON_OUTPUTS);
        return new Deployment(
                deployment.key(),
                deployment.name(),
                deployment.licensee(),
                deployment.stage(),
                deployment.channel(),
                new Deployment.Acts(acts, unknown),
                deployment.use(),
                deployment.places(),
                deployment.context());
    }

    private List<String> actions(UUID id) {
        return bench.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action FROM audit_entry WHERE object_id = ? ORDER BY seq",
                        row -> row.getString("action"),
                        id.toString()));
    }

    private void publish(String text) {
        pages.publish(PAGE, text);
    }

    /** Other things are open there too, so what is lifted shows what acts. */
    private Deliberation underPages() {
        return bench.asked()
                .filter(about -> BoundLicenses.keys(about.basis()).stream()
                        .anyMatch(license -> license.value().startsWith("gemma-terms")))
                .findFirst()
                .orElseThrow();
    }

    private boolean lifts(ApprovalRequest request) {
        return bench.verdict(request.about()).reasons().stream()
                .flatMap(reason -> reason.instrument().stream())
                .anyMatch(paper -> paper.id().startsWith("approval:" + request.id()));
    }

    @Test
    void terms_on_a_page_end_what_was_decided_under_them_and_fixed_terms_do_not() {
        publish("The first terms.");
        var live = underPages();
        var fixed = bench.waiting(Integer.MAX_VALUE).stream()
                .filter(about -> BoundLicenses.keys(about.basis()).equals(List.of(new LicenseKey("apache-2.0"))))
                .findFirst()
                .orElseThrow();
        var under = bench.approved(live);
        var beside = bench.approved(fixed);
        assertThat(lifts(under)).isTrue();
        publish("The second terms.");
        assertThat(lifts(under)).as("at once").isFalse();
        assertThat(lifts(beside)).isTrue();
        assertThat(watch.check()).isEqualTo(1);
        var changes = approvals.get(under.id()).stale().orElseThrow().changes();
        assertThat(changes)
                .singleElement()
                .matches(change -> change.kind() == BasisChange.Kind.TERMS
                        && change.about().equals(PAGE.toString()));
        assertThat(lifts(under)).as("in grace").isTrue();
        publish("The third terms.");
        assertThat(lifts(under)).as("grace was for the second").isFalse();
        var again = bench.approved(live);
        assertThat(lifts(again)).as("decided anew").isTrue();
        assertThat(approvals.get(under.id()).state()).isEqualTo(ApprovalState.ENDED);
        publish("The first terms.");
        assertThat(lifts(again)).isFalse();
    }

    @Test
    void nobody_decides_under_terms_that_they_did_not_see() {
        publish("The first terms.");
        var live = underPages();
        var request = bench.submitted(live);
        publish("The second terms.");
        assertThatThrownBy(() -> bench.decide(request, "legal", Vote.Decision.APPROVE, List.of(), bench.legal))
                .hasMessageContaining("bring it up to date");
        var refreshed = bench.bean(ApprovalDesk.class).refresh(request.id(), bench.asks);
        assertThat(bench.decide(refreshed, "legal", Vote.Decision.APPROVE, List.of(), bench.legal)
                        .waiting())
                .containsExactly("approval");
    }

    @Test
    void it_is_ended_by_an_approver_or_its_requester_and_by_nobody_else() {
        var ends = bench.bean(ApprovalEnds.class);
        var request = bench.approved(first());
        var stranger = bench.person("stranger", Set.of(Role.REQUESTER, Role.ADMINISTRATOR), Set.of());
        assertThatThrownBy(() -> ends.end(request.id(), "No.", stranger)).hasMessageContaining("an approver");
        assertThatThrownBy(() -> ends.end(request.id(), " ", bench.asks)).hasMessageContaining("/reason");
        var ended = ends.end(request.id(), "We run another model.", bench.asks);
        assertThat(ended.state()).isEqualTo(ApprovalState.ENDED);
        assertThat(permitted(request)).isFalse();
        assertThat(told(bench.asks)).contains("approval-ended");
        assertThatThrownBy(() -> ends.end(request.id(), "Again.", bench.approver))
                .hasMessageContaining("over already");
        assertThat(actions(request.id())).endsWith("approval.end").doesNotHaveDuplicates();
    }

    @Test
    void the_decision_of_record_replays_to_the_answer_that_was_granted() {
        var request = bench.approved(first());
        long record = approvals.get(request.id()).record().orElseThrow();
        var replay = bench.bean(Replays.class).of(record);
        assertThat(replay.result()).isEqualTo(Replay.Result.EQUAL);
        assertThat(replay.stored().orElseThrow().get("permitted").asBoolean()).isTrue();
        assertThat(replay.stored().orElseThrow().toString()).contains("approval:" + request.id());
        assertThat(replay.record().reason()).isEqualTo("I looked at it.");
        bench.enforce("Somebody has to look twice.");
        assertThat(bench.bean(Replays.class).of(record).result()).isEqualTo(Replay.Result.EQUAL);
    }

    @Test
    void programs_list_what_is_stale_and_the_gate_names_what_was_approved() throws Exception {
        var request = bench.approved(first());
        var about = request.about();
        var read = bench.registry.token(Scope.READ);
        assertThat(bench.registry.get("/api/v1/approvals?state=valid", read).body())
                .contains(request.id().toString());
        bench.enforce("Somebody has to look twice.");
        watch.check();
        bench.registry.clock().advance(Duration.ofDays(GRACE));
        var stale = bench.registry.get(
                "/api/v1/approvals?state=stale&deployment=" + about.deployment() + "&model=" + about.model(), read);
        assertThat(stale.body()).contains(request.id().toString(), "house/2");
        assertThat(bench.registry.get("/api/v1/approvals?state=valid", read).body())
                .doesNotContain(request.id().toString());
        var refused = bench.registry.get(
                "/api/v1/gate/%s?revision=%s&deployment=%s"
                        .formatted(about.model(), about.revision(), about.deployment()),
                bench.registry.token(Scope.GATE));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("\"approved\":[{\"approval\":\"" + request.id())
                .contains("\"state\":\"stale\"")
                .contains("\"permitted\":false");
        for (var wrong : List.of("state=gone", "limit=0", "cursor=x")) {
            assertThat(bench.registry.get("/api/v1/approvals?" + wrong, read).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}
