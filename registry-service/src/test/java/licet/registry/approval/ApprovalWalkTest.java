package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import licet.registry.audit.AuditCheck;
import licet.registry.decision.Deliberation;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditVerification;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * People do whatever comes to their minds, several at once, on PostgreSQL; whatever they do, what was decided was decided
 * by enough others, and the audit log has each step once.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ApprovalWalkTest {
    private static final int ACTIONS = Integer.getInteger("licet.walk.actions", 10_000);
    private static final int THREADS = 4;
    private static final int AT_HAND = 40;

    private static TestRegistry registry;
    private static Office office;
    private static List<Deliberation> cases;
    private static List<Principal> people;

    private final List<UUID> requests = new CopyOnWriteArrayList<>();
    private final Map<UUID, AtomicLong> steps = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();

    @BeforeAll
    static void start() {
        registry = Office.quiet();
        office = Office.open(registry);
        cases = office.cases(60);
        people = new ArrayList<>();
        var random = new Random(7);
        for (int n = 0; n < 14; n++) {
            var roles = Set.of(Role.REQUESTER, n % 3 == 0 ? Role.APPROVER : Role.REVIEWER);
            var topics = n % 3 == 0 ? Set.<ReviewTopic>of() : Set.of(ReviewTopic.LEGAL);
            people.add(office.person("walker-" + n + "-" + random.nextInt(1000), roles, topics));
        }
    }

    @Test
    void whatever_people_do_nothing_is_approved_without_quorum_by_its_requester_or_twice_by_one() throws Exception {
        walk(new Random(1), ACTIONS / 5);
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var walkers = IntStream.range(0, THREADS)
                    .mapToObj(n -> (Callable<Integer>) () -> walk(new Random(100 + n), ACTIONS * 4 / 5 / THREADS))
                    .toList();
            for (var walker : pool.invokeAll(walkers)) {
                walker.get();
            }
        }
        assertEveryApprovalIsOne();
        assertEachStepIsAuditedOnce();
        var chain = registry.bean(AuditCheck.class).verify(1);
        assertThat(chain.ended())
                .hasValueSatisfying(end -> assertThat(end).isInstanceOf(AuditVerification.Intact.class));
        assertThat(approved()).as("the walk gets somewhere").isGreaterThan(20);
        assertThat(refused.get()).as("and people try what they may not").isGreaterThan(ACTIONS / 10);
    }

    private static long approved() {
        return office.count("SELECT count(*) FROM approval_request WHERE state = 'approved'");
    }

    private int walk(Random random, int actions) {
        for (int n = 0; n < actions; n++) {
            try {
                act(random);
            } catch (ProblemException problem) {
                refused.incrementAndGet();
            }
        }
        return actions;
    }

    private void act(Random random) {
        var person = people.get(random.nextInt(people.size()));
        int dice = random.nextInt(100);
        if (requests.isEmpty() || dice < 3) {
            draft(cases.get(random.nextInt(cases.size())), person);
            return;
        }
        // Older ones are left alone, as people do.
        int back = random.nextInt(Math.min(requests.size(), AT_HAND));
        var id = requests.get(requests.size() - 1 - back);
        var desk = registry.bean(ApprovalDesk.class);
        var asker = random.nextInt(8) == 0 ? person : requester(id);
        if (dice < 16) {
            count(desk.submit(id, asker));
        } else if (dice < 17) {
            count(desk.withdraw(id, "Not needed.", asker));
        } else if (dice < 26) {
            count(desk.answer(id, "For our own people only.", asker));
        } else if (dice < 28) {
            count(desk.refresh(id, person));
        } else if (dice < 30) {
            count(registry.bean(Conversation.class).comment(id, "Well.", person));
        } else if (dice < 33) {
            delegate(random, person);
        } else {
            count(registry.bean(Decisions.class).decide(id, vote(random, id), person));
        }
    }

    private void draft(Deliberation about, Principal person) {
        var made = registry.bean(ApprovalDesk.class).draft(Office.wish(about), person);
        count(made);
        requests.add(made.id());
    }

    private void count(ApprovalRequest moved) {
        steps.computeIfAbsent(moved.id(), id -> new AtomicLong()).incrementAndGet();
    }

    private static void delegate(Random random, Principal person) {
        var now = registry.clock().instant();
        var to = people.get(random.nextInt(people.size()));
        registry.bean(Delegations.class).begin(Office.id(to), now, now.plus(Duration.ofDays(1)), person);
    }

    private static Principal requester(UUID id) {
        var asked = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT requester FROM approval_request WHERE id = ?",
                        row -> row.getObject("requester", UUID.class),
                        id));
        return people.stream()
                .filter(each -> Office.id(each).equals(asked))
                .findFirst()
                .orElseThrow();
    }

    private static NewVote vote(Random random, UUID id) {
        int round = registry.bean(Database.class)
                .read(sql ->
                        sql.get("SELECT round FROM approval_request WHERE id = ?", row -> row.getInt("round"), id));
        int dice = random.nextInt(20);
        var decision = dice == 0 ? Vote.Decision.REJECT : dice == 1 ? Vote.Decision.SEND_BACK : Vote.Decision.APPROVE;
        var away = random.nextInt(6) == 0
                ? java.util.Optional.of(Office.id(people.get(random.nextInt(people.size()))))
                : java.util.Optional.<UUID>empty();
        String stage = random.nextInt(3) == 0 ? "approval" : "legal";
        return new NewVote(Math.max(1, round), stage, decision, "I looked at it.", List.of(), away);
    }

    /** Asked of the rows alone, not of the code that made them. */
    private static void assertEveryApprovalIsOne() {
        for (var never : Map.of(
                        "approved without a quorum in a stage",
                        "SELECT count(*) FROM approval_request r, jsonb_array_elements(r.stages::jsonb) AS s (body)"
                                + " WHERE r.state = 'approved' AND (SELECT count(DISTINCT v.person) FROM approval_vote v"
                                + " WHERE v.request_id = r.id AND v.round = r.round AND v.stage = s.body ->> 'key'"
                                + " AND v.decision = 'approve') < (s.body ->> 'quorum')::integer",
                        "decided by its requester",
                        "SELECT count(*) FROM approval_vote v JOIN approval_request r ON r.id = v.request_id"
                                + " WHERE r.requester IN (v.person, v.behalf_of)",
                        "twice by one person in a round",
                        "SELECT count(*) FROM (SELECT v.request_id, v.round, p.person FROM approval_vote v,"
                                + " LATERAL (VALUES (v.person), (v.behalf_of)) AS p (person) WHERE p.person IS NOT NULL"
                                + " GROUP BY 1, 2, 3 HAVING count(*) > 1) twice",
                        "an approval without an approved request, or the other way around",
                        "SELECT count(*) FROM approval_request r FULL JOIN approval a ON a.id = r.id"
                                + " WHERE (r.state = 'approved') <> (a.id IS NOT NULL)",
                        "decided after a rejection of the same round",
                        "SELECT count(*) FROM approval_request r JOIN approval_vote v ON v.request_id = r.id"
                                + " AND v.round = r.round WHERE r.state = 'approved' AND v.decision <> 'approve'")
                .entrySet()) {
            assertThat(office.count(never.getValue())).as(never.getKey()).isZero();
        }
    }

    private void assertEachStepIsAuditedOnce() {
        var audited = new java.util.HashMap<UUID, Long>();
        registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT object_id, count(*) AS n FROM audit_entry"
                                + " WHERE object_kind IN ('approval-request', 'approval') GROUP BY object_id",
                        row -> Map.entry(UUID.fromString(row.getString("object_id")), row.getLong("n"))))
                .forEach(entry -> audited.put(entry.getKey(), entry.getValue()));
        assertThat(audited).isEqualTo(counted());
        long all = audited.values().stream().mapToLong(Long::longValue).sum();
        assertThat(office.count("SELECT count(*) FROM outbox WHERE topic LIKE 'approval%'"))
                .as("and told once")
                .isEqualTo(all);
    }

    private Map<UUID, Long> counted() {
        var all = new java.util.HashMap<UUID, Long>();
        steps.forEach((id, count) -> all.put(id, count.get()));
        return all;
    }
}
