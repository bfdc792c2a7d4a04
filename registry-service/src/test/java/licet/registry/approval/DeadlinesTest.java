package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.registry.alert.AlertInbox;
import licet.registry.alert.AlertQuery;
import licet.registry.alert.NewAlert;
import licet.registry.decision.Deliberation;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes due is told in time, once, to those who can do something about it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeadlinesTest {
    private static final String REASON = "I looked at it.";

    private final ApprovalBench bench = new ApprovalBench();
    private final Deadlines deadlines = bench.bean(Deadlines.class);
    private final Conditions conditions = bench.bean(Conditions.class);
    private final Deliberation about = bench.waiting(1).getFirst();
    private final Principal head = bench.person("head", Set.of(Role.ADMINISTRATOR), Set.of());

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> told(Principal person) {
        return bench.bean(AlertInbox.class).list(new AlertQuery(true, Optional.empty(), 200), person).stream()
                .map(alert -> alert.kind().word() + ": " + alert.facts().get(NewAlert.OF))
                .toList()
                .reversed();
    }

    private int after(int days) {
        bench.registry.clock().advance(Duration.ofDays(days));
        int told = deadlines.keep();
        assertThat(deadlines.keep()).as("each once").isZero();
        return told;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(bench.registry.clock().instant(), ZoneOffset.UTC);
    }

    private ApprovalRequest approved(LocalDate due) {
        var request = bench.decide(bench.submitted(about), "legal", Vote.Decision.APPROVE, List.of(), bench.legal);
        var condition = new Vote.Condition("Keep the logs.", ApprovalBench.id(bench.asks), due);
        return bench.decide(request, "approval", Vote.Decision.APPROVE, List.of(condition), bench.approver);
    }

    @Test
    void a_late_stage_is_told_to_its_people_to_approvers_and_to_who_asked() {
        bench.submitted(about);
        assertThat(after(4)).isZero();
        assertThat(onBoard())
                .noneMatch(row -> row.isLateAt(bench.registry.clock().instant()));
        assertThat(after(1)).isEqualTo(1);
        assertThat(onBoard())
                .singleElement()
                .matches(row -> row.isLateAt(bench.registry.clock().instant()));
        String late = "escalation: round 1 legal";
        assertThat(told(bench.legal)).contains(late);
        assertThat(told(bench.approver)).contains(late);
        assertThat(told(bench.asks)).contains(late);
        assertThat(told(head)).contains(late);
        assertThat(after(30)).as("nobody is told every day").isZero();
    }

    private List<BoardRow> onBoard() {
        var all = new BoardFilter(
                Optional.of(RequestState.IN_REVIEW),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return bench.bean(Board.class)
                .list(new BoardQuery(all, BoardSort.CHANGED, Optional.empty(), 50))
                .requests();
    }

    @Test
    void what_is_decided_in_time_is_late_for_nobody() {
        bench.decide(bench.submitted(about), "legal", Vote.Decision.REJECT, List.of(), bench.legal);
        assertThat(after(30)).isZero();
    }

    @Test
    void a_condition_is_told_a_week_before_and_when_it_is_late_and_never_after_it_is_done() {
        var request = approved(today().plusDays(20));
        var id = request.conditions().getFirst().id();
        assertThat(after(12)).isZero();
        assertThat(after(1)).isEqualTo(1);
        assertThat(told(bench.asks)).contains("condition-due: due " + id);
        assertThat(after(7)).as("on its day").isZero();
        assertThat(conditions.own(bench.asks)).singleElement().matches(owed -> !owed.late());
        assertThat(after(1)).isEqualTo(1);
        assertThat(conditions.own(bench.asks)).singleElement().matches(OwedCondition::late);
        assertThat(told(bench.asks)).contains("condition-due: overdue " + id);
        assertThat(told(bench.approver)).as("who set it").contains("condition-due: overdue " + id);
        conditions.done(request.id(), id, "They are kept.", bench.asks);
        assertThat(conditions.own(bench.asks)).isEmpty();
        assertThat(told(bench.approver)).contains("condition-done: done " + id);
    }

    @Test
    void done_is_said_once_by_its_owner_or_an_approver() {
        var request = approved(today().plusDays(20));
        var id = request.conditions().getFirst().id();
        assertThatThrownBy(() -> conditions.done(request.id(), id, "x", bench.legal))
                .hasMessageContaining("who looks after the condition");
        assertThatThrownBy(() -> conditions.done(request.id(), id, " ", bench.asks))
                .hasMessageContaining("/words");
        assertThatThrownBy(() -> conditions.done(request.id(), new UUID(0, 1), "x", bench.asks))
                .hasMessageContaining("condition");
        long before = entries(request.id());
        var token = bench.registry.token(Scope.WRITE);
        var answer = bench.registry.send(bench.registry
                .request("/api/v1/approval-requests/%s/conditions/%s/done".formatted(request.id(), id))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"words\":\"They are kept.\"}")));
        assertThat(answer.statusCode()).as("a token of the host is nobody").isEqualTo(403);
        assertThat(bench.registry
                        .get(
                                "/api/v1/conditions?owner=" + ApprovalBench.id(bench.asks),
                                bench.registry.token(Scope.READ))
                        .body())
                .contains(id.toString());
        var done = conditions.done(request.id(), id, "They are kept.", bench.approver);
        assertThat(done.conditions().getFirst().done())
                .map(ApprovalRequest.Done::words)
                .contains("They are kept.");
        assertThat(entries(request.id())).as("one entry").isEqualTo(before + 1);
        assertThatThrownBy(() -> conditions.done(request.id(), id, "Again.", bench.asks))
                .hasMessageContaining("done already");
    }

    private long entries(UUID id) {
        return bench.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM audit_entry WHERE object_id = ?",
                        row -> row.getLong("n"),
                        id.toString()));
    }

    @Test
    void an_approval_is_told_of_a_month_a_week_and_a_day_before_its_end_and_at_it() {
        var request = approved(today().plusDays(200));
        assertThat(after(59)).isZero();
        assertThat(after(1)).isEqualTo(1);
        assertThat(after(22)).isZero();
        assertThat(after(1)).isEqualTo(1);
        assertThat(after(6)).isEqualTo(1);
        assertThat(after(1)).isEqualTo(1);
        assertThat(told(bench.asks))
                .filteredOn(line -> line.startsWith("approval-"))
                .containsExactly(
                        "approval-ending: ends 30",
                        "approval-ending: ends 7",
                        "approval-ending: ends 1",
                        "approval-ended: ended");
        assertThat(bench.bean(KnownApprovals.class).get(request.id()).state()).isEqualTo(ApprovalState.EXPIRED);
    }

    @Test
    void what_was_ended_by_people_ends_no_second_time() {
        var request = approved(today().plusDays(200));
        bench.bean(ApprovalEnds.class).end(request.id(), REASON, bench.approver);
        assertThat(after(95)).isZero();
    }
}
