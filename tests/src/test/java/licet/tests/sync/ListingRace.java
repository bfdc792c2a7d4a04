package licet.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import licet.tests.standin.NpmClient;
import licet.tests.standin.StandInHub;
import licet.tests.standin.World;

/**
 * Our client and npm's list the same models of the same stand-in in turn, each in a fresh process and with the same fields.
 *
 * @param ours models a second, one for each round, from the slowest to the fastest
 * @param theirs the same of npm's client
 */
record ListingRace(List<Long> ours, List<Long> theirs) {
    private static final int ROUNDS = 3;

    static ListingRace run(World world) throws IOException, InterruptedException {
        var npm = NpmClient.install(Path.of("target", "npm"));
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        try (var hub = StandInHub.start(world)) {
            // The first listing warms the stand-in up and counts for nobody.
            npm.node("list.mjs", List.of(hub.endpoint()));
            for (int i = 0; i < ROUNDS; i++) {
                theirs.add(speed(npm.node("list.mjs", List.of(hub.endpoint())), world));
                ours.add(speed(list(hub.endpoint()), world));
            }
        }
        Collections.sort(ours);
        Collections.sort(theirs);
        return new ListingRace(ours, theirs);
    }

    long ourMedian() {
        return ours.get(ROUNDS / 2);
    }

    long theirMedian() {
        return theirs.get(ROUNDS / 2);
    }

    private static JsonNode list(String endpoint) throws IOException, InterruptedException {
        Process process = ChildJvm.of(ListingChild.class, List.of("-Xmx256m"), endpoint)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return new JsonMapper().readTree(out.lines().toList().getLast());
    }

    private static long speed(JsonNode result, World world) {
        assertThat(result.path("models").asInt()).isEqualTo(world.models());
        return 1000L * world.models() / result.path("millis").asLong();
    }
}
