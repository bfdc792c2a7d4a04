package licet.ingest.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import licet.ingest.weights.FileSource;
import licet.ingest.weights.HeaderResult;
import licet.ingest.weights.ModelWeights;
import licet.ingest.weights.RangeSource;
import licet.ingest.weights.WeightsConfig;
import licet.ingest.weights.WeightsConfigReader;
import licet.ingest.weights.WeightsMetadata;

/** Reads the headers of the main weights among local files. */
final class LocalWeights {
    private static final long MAX_CONFIG = 4 << 20;

    private final SortedMap<String, Path> files;
    private final List<String> notes;

    /** @param notes is told why headers were refused */
    LocalWeights(SortedMap<String, Path> files, List<String> notes) {
        this.files = files;
        this.notes = notes;
    }

    Optional<WeightsMetadata> read() throws IOException {
        return ModelWeights.read(files.keySet(), this::open, config()).flatMap(this::noted);
    }

    private Optional<WeightsMetadata> noted(HeaderResult<WeightsMetadata> result) {
        return switch (result) {
            case HeaderResult.Read<WeightsMetadata>(WeightsMetadata metadata) -> {
                metadata.problems().forEach(problem -> notes.add("header: " + problem.detail()));
                yield Optional.of(metadata);
            }
            case HeaderResult.Refused<WeightsMetadata>(var problem) -> {
                notes.add("header refused: " + problem.detail());
                yield Optional.empty();
            }
        };
    }

    private WeightsConfig config() throws IOException {
        Path config = files.get("config.json");
        return config == null || Files.size(config) > MAX_CONFIG
                ? WeightsConfig.NONE
                : WeightsConfigReader.read(new String(Files.readAllBytes(config), StandardCharsets.UTF_8));
    }

    /** The message of a failure would name the place on the machine, so it is not passed on. */
    private RangeSource open(String path) throws IOException {
        Path file = files.get(path);
        if (file == null) {
            throw new IOException("the file is not there");
        }
        try {
            return FileSource.open(file);
        } catch (FileSystemException e) {
            throw new IOException("the file cannot be read");
        }
    }
}
