package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import licet.registry.audit.AuditCheck;
import licet.registry.platform.audit.AuditVerification;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server dies in the middle of a thousand decisions; PostgreSQL goes on, and so does another server. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledDecisionsTest {
    private static final int PEOPLE = 9;
    private static final int DECISIONS = 1_000;

    private static final String VOTES = "SELECT count(*) FROM approval_vote";

    /** Per request: a vote, an audit entry, a message and a kept answer belong together. */
    private static final String HALVES = "SELECT count(*) FROM approval_request r"
            + " CROSS JOIN LATERAL (SELECT count(*) AS n FROM approval_vote v WHERE v.request_id = r.id) votes"
            + " WHERE votes.n + 2 <> (SELECT count(*) FROM audit_entry a WHERE a.object_id = r.id::text)"
            + " OR votes.n + 2 <> (SELECT count(*) FROM outbox o WHERE o.object_id = r.id::text"
            + " AND o.topic LIKE 'approval%')"
            + " OR votes.n <> (SELECT count(*) FROM idempotency_key k WHERE k.key = r.id::text)"
            + " OR r.state <> 'in-review'";

    @Test
    void afterwardsNothingIsHalfDoneAndTheRestIsDecided() throws Exception {
        var registry = Office.quiet();
        var office = Office.open(registry, PEOPLE);
        var people = new ArrayList<Principal>();
        for (int n = 0; n < PEOPLE; n++) {
            people.add(office.person("counsel-" + n, Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL)));
        }
        int waiting = submit(registry, office);
        long all = (long) waiting * PEOPLE;
        assertThat(all).as("decisions").isGreaterThanOrEqualTo(DECISIONS);
        var child = start(registry);
        try {
            while (office.count(VOTES) < all / 3) {
                assertThat(child.isAlive()).as("it decides").isTrue();
                Thread.sleep(5);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertWhole(registry, office);
        assertThat(office.count(VOTES)).as("killed in the middle").isBetween(all / 3, all - 1);
        DecidingChild.decideAll(registry.context(), people);
        assertThat(office.count(VOTES)).isEqualTo(all);
        assertWhole(registry, office);
    }

    private static int submit(TestRegistry registry, Office office) {
        var desk = registry.bean(ApprovalDesk.class);
        var asks = office.person("asks", Set.of(Role.REQUESTER), Set.of());
        var cases = office.cases((DECISIONS + PEOPLE - 1) / PEOPLE);
        cases.forEach(about -> desk.submit(desk.draft(Office.wish(about), asks).id(), asks));
        return cases.size();
    }

    private static void assertWhole(TestRegistry registry, Office office) {
        assertThat(office.count(HALVES)).as("half decisions").isZero();
        assertThat(registry.bean(AuditCheck.class).verify(1).ended())
                .hasValueSatisfying(end -> assertThat(end).isInstanceOf(AuditVerification.Intact.class));
    }

    private static Process start(TestRegistry registry) throws IOException {
        var database = registry.database().app();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DecidingChild.class.getName(),
                registry.clock().instant().toString(),
                database.url(),
                database.user(),
                database.password());
        var child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch(DecidingChild.READY::equals))
                .as("the child starts")
                .isTrue();
        return child;
    }
}
