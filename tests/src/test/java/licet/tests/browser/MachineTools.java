package licet.tests.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser and the Node.js that this machine has. */
final class MachineTools {
    private static final Path MAC_CHROME = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private MachineTools() {}

    static Path chromium() {
        var named = Optional.ofNullable(System.getenv("LICET_CHROMIUM")).map(Path::of);
        return named.or(() -> onPath("chromium", "chromium-browser", "google-chrome"))
                .or(() -> Optional.of(MAC_CHROME).filter(Files::isExecutable))
                .orElseThrow(() -> new AssertionError("no Chromium: sudo apt-get install chromium fonts-liberation"));
    }

    static Path node() {
        return onPath("node").orElseThrow(() -> new AssertionError("no Node.js: sudo apt-get install nodejs"));
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
