package licet.tests.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.Facts;
import licet.registry.platform.http.Scope;
import licet.registry.testing.GeneratedModels;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

/**
 * Measures the gate beside an empty answer through the same door, in turn. {@code docs/benchmarks.md} gives the command.
 * Its name keeps it out of the normal build.
 */
class GateBarsRun {
    private static final int PAIRS = Integer.getInteger("licet.bench.pairs", 5_000);
    private static final int ROUNDS = Integer.getInteger("licet.bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("licet.bench.seconds", 10);
    private static final int WARM_SECONDS = Integer.getInteger("licet.bench.warm", 20);
    private static final int CONNECTIONS = 32;
    private static final int BULK = 10_000;
    private static final List<String> PING = List.of("/api/v1/ping");

    private final List<String> lines = new ArrayList<>();

    @Test
    void theGateIsNearlyAsFastAsTheDoor() throws Exception {
        var registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        var models = GeneratedModels.load(registry, BULK);
        registry.bean(VerdictTable.class).fill();
        String token = registry.token(Scope.GATE);
        var load = new Load(registry.uri("/"), token, CONNECTIONS);
        var paths = paths(registry, models);
        load.run(PING, WARM_SECONDS, 1);
        load.run(paths, WARM_SECONDS, 2);
        var door = new ArrayList<Load.Measured>();
        var gate = new ArrayList<Load.Measured>();
        for (int round = 0; round < ROUNDS; round++) {
            door.add(load.run(PING, SECONDS, 10 + round));
            gate.add(load.run(paths, SECONDS, 20 + round));
        }
        double bulk = bulk(registry, token, models);
        Files.write(
                Path.of("target", "gate-answer.json"),
                registry.get(paths.getFirst(), token).body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        report(door, gate, bulk);
    }

    private static List<String> paths(TestRegistry registry, List<String> models) {
        var deployments = registry.bean(Facts.class).current().deployments();
        var all = new ArrayList<String>();
        for (int i = 0; i < PAIRS; i++) {
            all.add("/api/v1/gate/" + models.get(i % models.size()) + "?report=true&deployment="
                    + deployments.get(i % deployments.size()).deployment().key().value());
        }
        return all;
    }

    /** Milliseconds, median. */
    private double bulk(TestRegistry registry, String token, List<String> models) throws Exception {
        String body = new ObjectMapper().writeValueAsString(Map.of("deployment", "eu-internal-tool", "models", models));
        var times = new ArrayList<Double>();
        for (int i = 0; i < 4 * ROUNDS; i++) {
            long begin = System.nanoTime();
            var answer = registry.send(registry.request("/api/v1/gate?report=true")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            times.add((System.nanoTime() - begin) / 1e6);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        note("bulk of %,d, each in turn: %s ms"
                .formatted(models.size(), times.stream().map(Math::round).toList()));
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private void report(List<Load.Measured> door, List<Load.Measured> gate, double bulk) throws Exception {
        note("| %d s each, %d connections, %,d pairs | answers a second | p50 ms | p99 ms | bytes each |"
                .formatted(SECONDS, CONNECTIONS, PAIRS));
        note("|---|---|---|---|---|");
        for (int i = 0; i < ROUNDS; i++) {
            note(row("ping", door.get(i)));
            note(row("gate", gate.get(i)));
        }
        double rate = median(gate) / median(door);
        double slow = Load.Measured.pooled(gate).millisAt(0.99)
                / Load.Measured.pooled(door).millisAt(0.99);
        note("gate to ping: %.0f %% of the answers a second, %.2f times the pooled p99; bulk of %,d: %.0f ms"
                .formatted(rate * 100, slow, BULK, bulk));
        Files.write(Path.of("target", "gate.md"), lines);
        assertThat(rate).isGreaterThanOrEqualTo(0.6);
        assertThat(slow).isLessThanOrEqualTo(2.5);
        assertThat(bulk).isLessThan(400);
    }

    private static String row(String what, Load.Measured one) {
        return "| %s | %,.0f | %.2f | %.2f | %,d |"
                .formatted(
                        what, one.perSecond(), one.millisAt(0.5), one.millisAt(0.99), one.bytes() / one.nanos().length);
    }

    private static double median(List<Load.Measured> all) {
        return all.stream().map(Load.Measured::perSecond).sorted().toList().get(all.size() / 2);
    }

    private void note(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
