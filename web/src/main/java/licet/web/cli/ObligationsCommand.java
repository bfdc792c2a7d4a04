package licet.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import licet.web.check.Problems;
import licet.web.check.ServerClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a deployment has to do for its models, as the files that are shipped. */
@Command(name = "obligations")
final class ObligationsCommand implements Callable<Integer>, Asking {
    @Parameters(arity = "1..*", paramLabel = "MODEL")
    private List<String> models = List.of();

    @Option(names = "--out", paramLabel = "NOTICE|CHECKLIST.md|HAND-DOWN.txt")
    private @Nullable Path out;

    @Mixin
    private AskOptions options = new AskOptions();

    @Override
    public Integer call() throws IOException {
        String query = models.stream()
                .map(model -> "&model=" + ServerClient.encoded(model))
                .collect(Collectors.joining());
        String file = out == null ? "" : "&file=" + ServerClient.encoded(String.valueOf(out.getFileName()));
        try (var client = options.client()) {
            var reply = client.get(
                    "/api/v1/obligations?deployment=" + ServerClient.encoded(options.deploymentKey()) + query + file);
            if (out != null && reply.status() == 404) {
                Files.writeString(out, "");
                Terminal.system().say("nothing-to-write", out);
                return 0;
            }
            if (!reply.isGood()) {
                throw new Complaint(ExitCode.FAILED, "refused", Problems.said(reply));
            }
            if (out == null) {
                Terminal.system().line(reply.body());
            } else {
                Files.writeString(out, reply.body());
            }
            return 0;
        }
    }
}
