package licet.web.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** `--data DIR`, else LICET_DATA, else `.licet/data` in the checkout. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    Path folder() {
        return Optional.ofNullable(data)
                .or(() -> Optional.ofNullable(System.getenv("LICET_DATA")).map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("licet.home", "."), ".licet", "data"))
                .toAbsolutePath()
                .normalize();
    }
}
