package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import licet.registry.decision.Deliberation;
import licet.registry.platform.http.Scope;
import licet.registry.testing.GeneratedModels;
import licet.registry.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two instances on one database, asked all the time while approvals are ended: neither permits what was ended later than
 * two seconds before, and neither refuses what still stands. {@code -Dlicet.revocations=1000} makes it longer.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RevocationTest {
    private static final int REVOCATIONS = Integer.getInteger("licet.revocations", 60);
    private static final int AT_ONCE = 120;
    private static final int KEPT = 30;
    private static final int CALLERS = 4;
    private static final long LEASE = TimeUnit.SECONDS.toNanos(2);

    private final Map<String, Long> ended = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** What callers of one instance saw. */
    private record Counts(long answers, long unavailable, List<String> late, List<String> refused) {
        Counts and(Counts other) {
            return new Counts(
                    answers + other.answers,
                    unavailable + other.unavailable,
                    plus(late, other.late),
                    plus(refused, other.refused));
        }

        private static List<String> plus(List<String> one, List<String> other) {
            var all = new ArrayList<>(one);
            all.addAll(other);
            return all;
        }
    }

    @Test
    void whatIsEndedIsNotPermittedLaterThanTwoSecondsAfter() throws Exception {
        try (var bench = new ApprovalBench()) {
            GeneratedModels.load(bench.registry, 400);
            String token = bench.registry.token(Scope.GATE);
            var pairs = bench.waiting(AT_ONCE + KEPT);
            assertThat(pairs).hasSizeGreaterThan(KEPT + 20);
            var kept = pairs.subList(0, KEPT);
            var some = pairs.subList(KEPT, pairs.size());
            kept.forEach(bench::approved);
            bench.registry.clock().run();
            var servers = List.of(
                    bench.registry.beside(Map.of("licet.jobs.enabled", "false")),
                    bench.registry.beside(Map.of("licet.jobs.enabled", "false")));
            int done = 0;
            var all = new Counts(0, 0, List.of(), List.of());
            while (done < REVOCATIONS) {
                var approvals = approve(bench, some.subList(0, Math.min(some.size(), REVOCATIONS - done)));
                all = all.and(endUnderLoad(bench, approvals, kept, new Door(servers, token)));
                done += approvals.size();
            }
            servers.forEach(EmbeddedServer::stop);
            System.out.printf(
                    "%d approvals ended under %,d answers of two instances, %d of them 503%n",
                    done, all.answers(), all.unavailable());
            assertThat(all.late()).as("permitted after the lease").isEmpty();
            assertThat(all.refused()).as("refused although it stands").isEmpty();
            assertThat(all.unavailable()).isLessThanOrEqualTo(all.answers() / 1000);
        }
    }

    private record Door(List<EmbeddedServer> servers, String token) {}

    private Map<String, UUID> approve(ApprovalBench bench, List<Deliberation> pairs) {
        var all = new HashMap<String, UUID>();
        pairs.forEach(pair -> all.put(path(pair), bench.approved(pair).id()));
        ended.keySet().removeAll(all.keySet());
        return all;
    }

    private static String path(Deliberation pair) {
        return "/api/v1/gate/" + pair.model().model().value() + "?deployment="
                + pair.deployment().value();
    }

    private Counts endUnderLoad(ApprovalBench bench, Map<String, UUID> approvals, List<Deliberation> kept, Door door)
            throws Exception {
        var standing = kept.stream().map(RevocationTest::path).toList();
        over.set(false);
        // Both instances see what was approved before anything counts.
        Thread.sleep(TimeUnit.NANOSECONDS.toMillis(LEASE));
        try (var callers = Executors.newFixedThreadPool(2 * CALLERS)) {
            var running = new ArrayList<Future<Counts>>();
            for (int i = 0; i < 2 * CALLERS; i++) {
                var server = door.servers().get(i % 2);
                var random = new SplittableRandom(i);
                running.add(callers.submit(
                        () -> ask(server, door.token(), List.copyOf(approvals.keySet()), standing, random)));
            }
            Thread.sleep(500);
            for (var approval : approvals.entrySet()) {
                bench.bean(ApprovalEnds.class).end(approval.getValue(), "No longer wanted.", bench.approver);
                ended.put(approval.getKey(), System.nanoTime());
            }
            Thread.sleep(3_000);
            over.set(true);
            var all = new Counts(0, 0, List.of(), List.of());
            for (var each : running) {
                all = all.and(each.get());
            }
            return all;
        }
    }

    private Counts ask(
            EmbeddedServer server, String token, List<String> ending, List<String> standing, SplittableRandom random)
            throws Exception {
        long answers = 0;
        long unavailable = 0;
        var late = new ArrayList<String>();
        var refused = new ArrayList<String>();
        try (var wire = new Wire(server.getURI(), token)) {
            while (!over.get()) {
                boolean stands = random.nextInt(4) == 0;
                var paths = stands ? standing : ending;
                String path = paths.get(random.nextInt(paths.size()));
                var endedAt = ended.get(path);
                boolean gone = endedAt != null && System.nanoTime() - endedAt > LEASE;
                int status = wire.get(path).status();
                answers++;
                if (status == 503) {
                    unavailable++;
                } else if (gone && status == 200) {
                    late.add(path);
                } else if (stands && status != 200) {
                    refused.add(path + " " + status);
                }
            }
        }
        return new Counts(answers, unavailable, late, refused);
    }
}
