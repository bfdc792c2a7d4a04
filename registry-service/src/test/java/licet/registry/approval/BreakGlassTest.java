package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import licet.registry.alert.Alert;
import licet.registry.alert.AlertInbox;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertQuery;
import licet.registry.decision.Deliberation;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.rules.explain.VerdictDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody goes ahead of an approval: for hours, seen by everybody, once, and never where people said no. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BreakGlassTest {
    private static final int MOST = ApprovalBench.BREAK_GLASS_HOURS;

    private final ApprovalBench bench = new ApprovalBench();
    private final BreakGlass glass = bench.bean(BreakGlass.class);
    private final Deliberation about = bench.waiting(1).getFirst();

    @AfterEach
    void close() {
        bench.close();
    }

    private BrokenGlass go(int hours, Principal by) {
        return glass.go(
                new Emergency(
                        Optional.empty(),
                        about.model().model(),
                        Optional.of(about.model().revision()),
                        about.deployment(),
                        hours,
                        "The line stands still."),
                by);
    }

    private ApprovalRequest request(BrokenGlass broken) {
        return bench.bean(Requests.class).get(broken.request());
    }

    private VerdictDocument verdict(BrokenGlass broken) {
        return bench.verdict(request(broken).about());
    }

    private List<AlertKind> told(Principal person) {
        return bench.bean(AlertInbox.class).list(new AlertQuery(true, Optional.empty(), 50), person).stream()
                .map(Alert::kind)
                .toList();
    }

    @Test
    void it_permits_for_its_hours_and_the_request_is_made_with_it() {
        var broken = go(2, bench.asks);
        var request = request(broken);
        assertThat(request.state()).isEqualTo(RequestState.IN_REVIEW);
        assertThat(request.justification()).isEqualTo("The line stands still.");
        assertThat(request.broken()).containsExactly(broken);
        var verdict = verdict(broken);
        assertThat(verdict.permitted()).isTrue();
        assertThat(verdict.validUntil().orElseThrow()).isBeforeOrEqualTo(broken.until());
        assertThat(verdict.reasons().stream().flatMap(reason -> reason.instrument().stream()))
                .extracting(VerdictDocument.Paper::id)
                .contains("break-glass:" + broken.id());
        assertThat(told(bench.approver)).contains(AlertKind.BREAK_GLASS);
        assertThat(told(bench.legal)).contains(AlertKind.BREAK_GLASS);
        assertThat(entries(broken)).containsSequence("approval-request.submit", "approval.break-glass");
        bench.registry.clock().advance(Duration.ofHours(2));
        assertThat(verdict(broken).permitted()).as("after its hours").isFalse();
        assertThatThrownBy(() -> go(1, bench.asks)).hasMessageContaining("went ahead once already");
    }

    private List<String> entries(BrokenGlass broken) {
        return bench.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action FROM audit_entry WHERE object_id = ? ORDER BY seq",
                        row -> row.getString("action"),
                        broken.request().toString()));
    }

    @Test
    void people_who_say_no_end_it_and_nobody_goes_around_them() {
        var broken = go(MOST, bench.asks);
        assertThat(verdict(broken).permitted()).isTrue();
        bench.decide(request(broken), "legal", Vote.Decision.REJECT, List.of(), bench.legal);
        assertThat(verdict(broken).permitted()).as("rejected").isFalse();
        assertThat(request(broken).broken().getFirst().endedAt()).isPresent();
        assertThatThrownBy(() -> go(1, bench.asks)).hasMessageContaining("people rejected this");
    }

    @Test
    void what_is_taken_back_ends_it_and_what_is_approved_takes_its_place() {
        var first = go(1, bench.asks);
        bench.bean(ApprovalDesk.class).withdraw(first.request(), "It was the network.", bench.asks);
        assertThat(verdict(first).permitted()).isFalse();
        var second = go(1, bench.asks);
        var request = bench.decide(request(second), "legal", Vote.Decision.APPROVE, List.of(), bench.legal);
        bench.decide(request, "approval", Vote.Decision.APPROVE, List.of(), bench.approver);
        assertThat(verdict(second).reasons().stream().flatMap(reason -> reason.instrument().stream()))
                .extracting(VerdictDocument.Paper::id)
                .containsOnly("approval:" + second.request());
    }

    @Test
    void it_is_refused_with_the_reason() {
        var auditor = bench.person("auditor", Set.of(Role.AUDITOR, Role.ADMINISTRATOR), Set.of());
        assertThatThrownBy(() -> go(1, auditor)).hasMessageContaining("requester");
        assertThatThrownBy(() -> go(MOST + 1, bench.asks)).hasMessageContaining("at most " + MOST + " hours");
        assertThatThrownBy(() -> go(0, bench.asks)).hasMessageContaining("1 hour or more");
        bench.bean(Database.class)
                .write(sql -> sql.update(
                        "WITH t AS (INSERT INTO team (id, key, name, created_at)"
                                + " VALUES (gen_random_uuid(), 'owners', 'Owners', now()) RETURNING id)"
                                + " INSERT INTO team_deployment (deployment, team_id) SELECT ?, id FROM t",
                        about.deployment().value()));
        assertThatThrownBy(() -> go(1, bench.asks)).hasMessageContaining("the team that owns the deployment");
        assertThat(bench.bean(Requests.class).own(bench.asks))
                .as("nothing is half done")
                .isEmpty();
    }

    @Test
    void programs_go_ahead_once_with_one_key() throws Exception {
        var token = bench.registry.token(licet.registry.platform.http.Scope.WRITE);
        var body = "{\"model\":\"%s\",\"deployment\":\"%s\",\"hours\":1,\"reason\":\"x\"}"
                .formatted(about.model().model(), about.deployment());
        var answer = bench.registry.send(bench.registry
                .request("/api/v1/approvals/break-glass")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as("a token of the host is nobody").isEqualTo(403);
        assertThat(Map.of("problem", answer.body()).toString()).contains("owns the token");
    }
}
