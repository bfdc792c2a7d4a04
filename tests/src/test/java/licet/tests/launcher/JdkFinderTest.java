package licet.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `./licet --version` runs the product with the JDK that was found; fakes say who they are. */
class JdkFinderTest {
    private static final int NO_JDK = 3;

    @TempDir
    Path folder;

    private final Map<String, String> settings = new HashMap<>();

    /** No JDK 25 at all: the PATH has the machine's tools but another Java first. */
    @BeforeEach
    void onlyAnOldJava() throws IOException {
        var old = FakeJdk.create(folder.resolve("old jdk"), "17.0.15");
        settings.put("JAVA_HOME", old.home().toString());
        settings.put("PATH", old.home().resolve("bin") + ":/usr/bin:/bin");
        settings.put("LICET_JDK_FOLDERS", folder.resolve("jvms").toString());
    }

    private Shell.Outcome run() throws IOException, InterruptedException {
        return new Shell(folder, settings).licet("--version");
    }

    private void assertRan(FakeJdk jdk) throws IOException, InterruptedException {
        assertThat(run().out()).contains("ran " + jdk.home().resolve("bin/java"));
    }

    @Test
    void withoutOneItSaysInOneLineWhatToInstall() throws Exception {
        var outcome = run();
        assertThat(outcome.exit()).isEqualTo(NO_JDK);
        assertThat(outcome.errLines()).singleElement().asString().contains("no JDK 25", "openjdk-25-jdk");
    }

    @Test
    void theSettingWinsOverEverything() throws Exception {
        settings.put(
                "JAVA_HOME",
                FakeJdk.create(folder.resolve("home"), "25.0.1").home().toString());
        var chosen = FakeJdk.create(folder.resolve("chosen one"), "25");
        settings.put("LICET_JAVA_HOME", chosen.home().toString());
        assertRan(chosen);
    }

    @Test
    void aWrongSettingIsNamed() throws Exception {
        settings.put("LICET_JAVA_HOME", folder.resolve("old jdk").toString());
        var outcome = run();
        assertThat(outcome.exit()).isEqualTo(NO_JDK);
        assertThat(outcome.errLines()).singleElement().asString().contains("LICET_JAVA_HOME=" + folder);
    }

    @Test
    void javaHomeCounts() throws Exception {
        var home = FakeJdk.create(folder.resolve("java home"), "25.0.3");
        settings.put("JAVA_HOME", home.home().toString());
        assertRan(home);
    }

    @Test
    void thePathCountsThroughLinks() throws Exception {
        var real = FakeJdk.create(folder.resolve("real jdk"), "25.0.3");
        var bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), real.home().resolve("bin/java"));
        settings.put("PATH", bin + ":/usr/bin:/bin");
        assertRan(real);
    }

    @Test
    void theUsualFoldersCountAlsoOnMacOs() throws Exception {
        FakeJdk.create(folder.resolve("jvms/temurin-21"), "21.0.2");
        FakeJdk.create(folder.resolve("jvms/temurin-250"), "250.0.2");
        var mac = FakeJdk.create(folder.resolve("jvms/temurin-25.jdk/Contents/Home"), "25.0.2");
        assertRan(mac);
    }
}
