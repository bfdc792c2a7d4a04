package licet.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licet.registry.postgres.Durability;
import licet.registry.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person typed wrongly, or what is in the way, is told in one line that names it and its mend. */
class BadInputTest {
    private static final Map<String, String> JDK = Map.of("LICET_JAVA_HOME", System.getProperty("java.home"));

    @TempDir
    Path folder;

    static Stream<Arguments> wrongUse() {
        return Stream.of(
                arguments("frobnicate", List.of("'frobnicate'", "./licet --help")),
                arguments("serve --hub maybe", List.of("--hub", "maybe", "recorded or live")),
                arguments("serve --port lots", List.of("--port", "lots")),
                arguments("serve --port 70000", List.of("--port", "70000", "65535")),
                arguments("serve --frob", List.of("--frob", "./licet --help")),
                arguments("token", List.of("./licet token create --name N")),
                arguments("token create --name x --scope all", List.of("--scope", "read, gate, write", "all")),
                arguments("token create --name \t --scope gate --data nowhere", List.of("name", "printable")),
                arguments("token create --scope gate", List.of("--name")),
                arguments("import", List.of("PATH")),
                arguments("import x --as not/a/name", List.of("--as", "owner/name")),
                arguments("import x y --as acme/name", List.of("--as", "alone")),
                arguments("sync --all --watch x", List.of("--all", "--watch")),
                arguments("audit", List.of("./licet audit verify")));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void wrongUse(String words, List<String> told) throws Exception {
        assertOneLine(new Shell(folder, JDK).licet(words.split(" ")), 2, told);
    }

    @Test
    void helpNamesEveryCommandAndExitCode() throws Exception {
        var help = new Shell(folder, Map.of("PATH", "/usr/bin:/bin")).licet("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains(
                        "serve",
                        "test",
                        "build",
                        "format",
                        "import",
                        "sync",
                        "token create",
                        "audit verify",
                        "LICET_DATABASE_URL")
                .contains("Exit codes", "4 port in use", "6 audit chain broken", "8 not all of it done");
    }

    @Test
    void portInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            var outcome = new Shell(folder, JDK).licet("serve", "--port", port, "--data", folder + "/data");
            assertOneLine(outcome, 4, List.of("port " + port, "--port"));
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void dataFolderInUse() throws Exception {
        var data = folder.resolve("my data");
        try (var holder = EmbeddedPostgres.start(data, Durability.DURABLE)) {
            assertThat(holder.pid()).isPositive();
            var outcome = new Shell(folder, JDK).licet("serve", "--port", "0", "--data", data.toString());
            assertOneLine(
                    outcome,
                    5,
                    List.of(
                            data.toString(),
                            "process " + ProcessHandle.current().pid(),
                            "--data"));
        }
    }

    @Test
    void dataFolderIsAFile() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var outcome = new Shell(folder, JDK).licet("serve", "--port", "0", "--data", file.toString());
        assertOneLine(outcome, 7, List.of(file.toString(), "--data"));
    }

    @Test
    void databaseUrlsAreCheckedAndNeverShown() throws Exception {
        var settings = Map.of(
                "LICET_JAVA_HOME", System.getProperty("java.home"), "LICET_DATABASE_URL", "postgres://me:hidden@db/x");
        var outcome = new Shell(folder, settings).licet("serve", "--port", "0");
        assertOneLine(outcome, 2, List.of("LICET_DATABASE_URL", "jdbc:postgresql://"));
        assertThat(outcome.err()).doesNotContain("hidden");
    }

    private static void assertOneLine(Shell.Outcome outcome, int exit, List<String> told) throws IOException {
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
        assertThat(outcome.errLines()).singleElement().asString().contains(told);
    }
}
