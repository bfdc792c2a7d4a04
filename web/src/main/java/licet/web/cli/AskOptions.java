package licet.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.decision.AloneVerdicts;
import licet.rules.Knowledge;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.FormatException;
import licet.rules.format.OrganizationYaml;
import licet.web.check.AloneChecker;
import licet.web.check.Checker;
import licet.web.check.Reference;
import licet.web.check.Report;
import licet.web.check.ServerAddress;
import licet.web.check.ServerChecker;
import licet.web.check.ServerClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is asked, and for which deployment: the same for every command that asks. */
final class AskOptions {
    private static final String SAMPLES = "/licet/samples/";
    private static final String FIRST_SAMPLE = "eu-internal-tool";

    @Option(names = "--server", paramLabel = "URL")
    private @Nullable String server;

    @Option(names = "--token-file", paramLabel = "FILE")
    private @Nullable Path tokenFile;

    @Option(names = "--deployment", paramLabel = "KEY|FILE")
    private @Nullable String deployment;

    @Option(names = "--policy", paramLabel = "FILE")
    private @Nullable Path policy;

    @Option(names = "--organization", paramLabel = "FILE")
    private @Nullable Path organization;

    @Option(names = "--offline")
    private boolean offline;

    @Option(names = "--hub", paramLabel = "recorded|live", converter = HubMode.Converter.class)
    private HubMode hub = HubMode.RECORDED;

    @Option(names = "--wait", paramLabel = "SECONDS")
    private int wait = 30;

    Report ask(List<Reference> references) throws InterruptedException {
        try (var checker = checker()) {
            return Report.of(references, checker, CommandLines.version());
        }
    }

    private Checker checker() {
        return address()
                .<Checker>map(at -> new ServerChecker(
                        new ServerClient(at, token()), deploymentKey(), Duration.ofSeconds(Math.max(0, wait))))
                .orElseGet(this::alone);
    }

    /** The server that was named, here or in the environment. */
    Optional<ServerAddress> address() {
        return offline
                ? Optional.empty()
                : Optional.ofNullable(server)
                        .or(() -> Optional.ofNullable(System.getenv("LICET_SERVER")))
                        .filter(url -> !url.isBlank())
                        .map(ServerAddress::parse);
    }

    /** For what only a server can do. */
    ServerClient client() {
        return new ServerClient(address().orElseThrow(() -> new Complaint(ExitCode.USAGE, "server-needed")), token());
    }

    /** Never an argument: arguments stand in the list of processes. */
    private String token() {
        try {
            return tokenFile == null
                    ? Optional.ofNullable(System.getenv("LICET_TOKEN"))
                            .orElse("")
                            .strip()
                    : Files.readString(tokenFile).strip();
        } catch (IOException missing) {
            throw new Complaint(ExitCode.USAGE, "file-unreadable", tokenFile);
        }
    }

    String deploymentKey() {
        return Optional.ofNullable(deployment)
                .or(() -> Optional.ofNullable(System.getenv("LICET_DEPLOYMENT")))
                .filter(key -> !key.isBlank())
                .orElseThrow(() -> new Complaint(ExitCode.USAGE, "deployment-needed"));
    }

    private Checker alone() {
        try {
            var use = new AloneVerdicts.Use(
                    DeploymentYaml.parse("deployment", deploymentText()),
                    OrganizationYaml.parse("organization", text(organization, "organization.yaml")),
                    text(policy, "policies/balanced.yaml"));
            return switch (hub) {
                case RECORDED -> AloneChecker.recorded(use);
                case LIVE ->
                    AloneChecker.live(use, Map.copyOf(System.getenv()), Path.of(System.getProperty("user.home", "")));
            };
        } catch (FormatException malformed) {
            throw new Complaint(ExitCode.USAGE, "facts-malformed", String.valueOf(malformed.getMessage()));
        }
    }

    /** A file, or the key of a sample. */
    private String deploymentText() {
        String given = Optional.ofNullable(deployment).orElse(FIRST_SAMPLE);
        return Files.isRegularFile(Path.of(given))
                ? text(Path.of(given), "")
                : sample("deployments/" + given + ".yaml")
                        .orElseThrow(() -> new Complaint(ExitCode.USAGE, "no-sample", given));
    }

    private static String text(@Nullable Path file, String sample) {
        try {
            return file == null ? sample(sample).orElseThrow() : Files.readString(file);
        } catch (IOException missing) {
            throw new Complaint(ExitCode.USAGE, "file-unreadable", file);
        }
    }

    private static Optional<String> sample(String name) {
        if (!name.matches("[a-z0-9./-]+") || name.contains("..")) {
            return Optional.empty();
        }
        try (var in = Knowledge.class.getResourceAsStream(SAMPLES + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
