package licet.web.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import licet.rules.Knowledge;
import licet.rules.format.CanonicalJson;
import licet.rules.format.FormatException;
import licet.rules.format.PolicyYaml;
import licet.rules.policy.CompiledPolicy;
import licet.web.check.Problems;
import licet.web.check.ServerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A policy as a file: its own tests here, what it would change and its proposal on a server. */
@Command(name = "policy")
final class PolicyCommand implements Callable<Integer>, Asking {
    private static final String SOURCE = "source";

    @Override
    public Integer call() {
        throw new Complaint(ExitCode.USAGE, "policy-usage");
    }

    /** Without a server: reads it, compiles its conditions and runs the tests that stand in it. */
    @Command
    int test(@Parameters(paramLabel = "FILE") Path file) {
        try {
            var policy = PolicyYaml.parse(String.valueOf(file.getFileName()), text(file), 1);
            CompiledPolicy.of(policy, Knowledge.load(true));
            Terminal.system()
                    .say(
                            "policy-good",
                            policy.key(),
                            policy.rules().size(),
                            policy.tests().size());
            return 0;
        } catch (FormatException flawed) {
            Terminal.system().complain(String.valueOf(flawed.getMessage()));
            return 1;
        }
    }

    /** Nothing is stored. */
    @Command
    int preview(@Parameters(paramLabel = "FILE") Path file, @Mixin AskOptions options) {
        var body = JsonNodeFactory.instance.objectNode().put(SOURCE, text(file));
        try (var client = options.client()) {
            var tried = good(client.post("/api/v1/policies/preview", body.toString()));
            Terminal.system().line(tried.toPrettyString());
            return tried.path("flaws").isEmpty() ? 0 : 1;
        }
    }

    /** As a draft, which another person puts in force. */
    @Command
    int apply(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason,
            @Mixin AskOptions options) {
        var body = JsonNodeFactory.instance.objectNode().put(SOURCE, text(file)).put("reason", reason);
        try (var client = options.client()) {
            var draft = good(client.post("/api/v1/policies", body.toString()));
            Terminal.system()
                    .say(
                            "policy-proposed",
                            draft.path("key").asText(),
                            draft.path("version").asText());
            return 0;
        }
    }

    private static JsonNode good(ServerClient.Reply reply) {
        if (!reply.isGood()) {
            throw new Complaint(ExitCode.FAILED, "refused", Problems.said(reply));
        }
        return CanonicalJson.read(reply.body(), JsonNode.class);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new Complaint(ExitCode.USAGE, "file-unreadable", file);
        }
    }
}
