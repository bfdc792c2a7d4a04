package licet.tests.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that were written elsewhere, at the versions of a lock file, installed outside the sources. */
public final class NpmClient {
    private static final Path SOURCES = Path.of(System.getProperty("licet.root"), "tests", "src", "test", "npm");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "view.mjs", "list.mjs");
    private static final int LIMIT_MINUTES = 10;

    private final Path folder;

    private NpmClient(Path folder) {
        this.folder = folder;
    }

    /** The Hub's own JavaScript client. Installs from the configured package registry, so it needs one. */
    public static NpmClient install(Path folder) throws IOException, InterruptedException {
        return install(folder, SOURCES, FILES);
    }

    /** What stands in a folder of its own beside that client. */
    public static NpmClient install(Path folder, String proof, List<String> scripts)
            throws IOException, InterruptedException {
        List<String> files = new ArrayList<>(List.of("package.json", "package-lock.json"));
        files.addAll(scripts);
        return install(folder, SOURCES.resolve(proof), files);
    }

    /** The same for the normal build: without a package registry the test is left out, and says so. */
    public static NpmClient installOrSkip(Path folder, String proof, List<String> scripts) throws InterruptedException {
        try {
            return install(folder, proof, scripts);
        } catch (IOException missing) {
            return Assumptions.abort("left out, since npm installs nothing here: " + missing.getMessage());
        }
    }

    private static NpmClient install(Path folder, Path sources, List<String> files)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String file : files) {
            Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var client = new NpmClient(folder);
        client.run(List.of("npm", "ci", "--no-audit", "--no-fund", "--omit=optional", "--ignore-scripts"));
        return client;
    }

    public JsonNode node(String script, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(arguments);
        return new JsonMapper().readTree(run(command));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + Files.readString(err));
        }
        return Files.readString(out);
    }
}
