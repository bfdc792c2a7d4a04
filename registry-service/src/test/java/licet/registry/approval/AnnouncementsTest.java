package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each step tells those whose turn it is, and nobody else. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AnnouncementsTest {
    private static ApprovalBench bench;
    private static List<Deliberation> pairs;
    private static int next;

    @BeforeAll
    static void start() {
        bench = new ApprovalBench();
        pairs = bench.waiting(4);
    }

    @BeforeEach
    void everythingIsRead() {
        List.of(bench.asks, bench.legal, bench.approver).forEach(AnnouncementsTest::readAll);
        bench.registry.clock().advance(Duration.ofMinutes(1));
    }

    private static void readAll(Principal person) {
        var ids = unread(person).stream().map(Alert::id).toList();
        bench.bean(AlertInbox.class).markRead(Set.copyOf(ids), person);
    }

    private static List<Alert> unread(Principal person) {
        return bench.bean(AlertInbox.class).list(new AlertQuery(true, Optional.empty(), 200), person);
    }

    private static List<AlertKind> kinds(Principal person) {
        return unread(person).stream().map(Alert::kind).toList();
    }

    private static ApprovalRequest submitted() {
        return bench.submitted(pairs.get(next++));
    }

    @Test
    void each_stage_that_opens_asks_its_people() {
        var request = submitted();
        assertThat(kinds(bench.legal)).containsExactly(AlertKind.REQUEST_WAITS);
        assertThat(unread(bench.legal).getFirst().facts())
                .containsEntry("stage", "legal")
                .containsEntry("model", request.about().model());
        assertThat(kinds(bench.approver)).as("whose stage comes later").isEmpty();
        bench.decide(request, "legal", Vote.Decision.APPROVE, List.of(), bench.legal);
        assertThat(kinds(bench.approver)).containsExactly(AlertKind.REQUEST_WAITS);
        assertThat(kinds(bench.legal)).as("told once").hasSize(1);
        assertThat(kinds(bench.asks)).isEmpty();
    }

    @Test
    void a_decision_reaches_who_asked_and_a_condition_its_owner() {
        var request = bench.decide(submitted(), "legal", Vote.Decision.APPROVE, List.of(), bench.legal);
        var condition = new Vote.Condition("Log it.", ApprovalBench.id(bench.legal), LocalDate.of(2027, 1, 31));
        readAll(bench.legal);
        bench.decide(request, "approval", Vote.Decision.APPROVE, List.of(condition), bench.approver);
        assertThat(unread(bench.asks)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(AlertKind.REQUEST_DECIDED);
            assertThat(told.facts()).containsEntry("state", "approved");
        });
        assertThat(unread(bench.legal)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(AlertKind.CONDITION_DUE);
            assertThat(told.facts()).containsEntry("due", "2027-01-31");
        });
    }

    @Test
    void what_was_sent_back_and_answered_asks_again() {
        var request = bench.decide(submitted(), "legal", Vote.Decision.SEND_BACK, List.of(), bench.legal);
        assertThat(kinds(bench.asks)).containsExactly(AlertKind.REQUEST_RETURNED);
        readAll(bench.legal);
        bench.bean(ApprovalDesk.class).answer(request.id(), "Our own people only.", bench.asks);
        assertThat(unread(bench.legal))
                .singleElement()
                .satisfies(told -> assertThat(told.facts()).containsEntry("round", "2"));
    }

    @Test
    void a_comment_reaches_who_takes_part_and_not_who_wrote_it() {
        var request = submitted();
        readAll(bench.legal);
        bench.bean(Conversation.class).comment(request.id(), "Which data goes in?", bench.legal);
        assertThat(kinds(bench.asks)).containsExactly(AlertKind.COMMENT);
        assertThat(kinds(bench.legal)).isEmpty();
        bench.bean(Conversation.class).comment(request.id(), "None of customers.", bench.asks);
        assertThat(kinds(bench.legal)).containsExactly(AlertKind.COMMENT);
        long told = bench.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM outbox o JOIN alert a ON a.id = o.id WHERE a.object_id = ?",
                        row -> row.getLong("n"),
                        request.id().toString()));
        assertThat(told).as("one message to the outside for each alert").isEqualTo(3);
    }
}
