package licet.ingest.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the main weights among the files of a model and reads what their headers say. */
public final class ModelWeights {
    private static final int MAX_NAMED = 5;

    private final Collection<String> paths;
    private final SourceOpener opener;
    private final List<WeightsProblem> problems = new ArrayList<>();

    private ModelWeights(Collection<String> paths, SourceOpener opener) {
        this.paths = paths;
        this.opener = opener;
    }

    /**
     * Reads the headers of the one set of weights that stands for the model.
     *
     * @param paths all files of the model
     * @return empty where none of them holds weights whose headers can be read
     */
    public static Optional<HeaderResult<WeightsMetadata>> read(
            Collection<String> paths, SourceOpener opener, WeightsConfig config) {
        return MainWeights.find(paths).map(main -> new ModelWeights(paths, opener).read(main, config));
    }

    private HeaderResult<WeightsMetadata> read(MainWeights main, WeightsConfig config) {
        Optional<Long> stated = main.index().flatMap(this::stated);
        var reader = new WeightsReader(opener);
        HeaderResult<WeightsMetadata> result = switch (main.format()) {
            case SAFETENSORS -> reader.readSafetensors(main.files(), config, stated);
            case GGUF -> reader.readGguf(main.files());
        };
        return switch (result) {
            case HeaderResult.Read<WeightsMetadata>(WeightsMetadata metadata) ->
                new HeaderResult.Read<>(metadata.withProblems(problems));
            case HeaderResult.Refused<WeightsMetadata> refused -> refused;
        };
    }

    /** An index only claims: where it cannot be read, the headers still tell everything. */
    private Optional<Long> stated(String path) {
        return switch (index(path)) {
            case HeaderResult.Read<SafetensorsIndex>(SafetensorsIndex index) -> {
                problems.addAll(index.problems());
                index.shards().keySet().stream()
                        .filter(shard -> !paths.contains(MainWeights.sibling(path, shard)))
                        .limit(MAX_NAMED)
                        .forEach(shard -> problems.add(new WeightsProblem(
                                WeightsProblem.Kind.MISSING_SHARDS,
                                "the index names a file that is not there: " + shard)));
                yield index.totalParameters();
            }
            case HeaderResult.Refused<SafetensorsIndex>(WeightsProblem problem) -> {
                problems.add(problem.in(path));
                yield Optional.empty();
            }
        };
    }

    private HeaderResult<SafetensorsIndex> index(String path) {
        return HeaderResult.of(() -> {
            try (RangeSource source = opener.open(path)) {
                OptionalLong size = source.size();
                if (size.isEmpty() || size.getAsLong() > SafetensorsIndexReader.MAX_LENGTH) {
                    throw new RefusedHeader(WeightsProblem.Kind.TOO_LARGE, "the index is too large or of unknown size");
                }
                var window = new ByteWindow(source, SafetensorsIndexReader.MAX_LENGTH + ByteWindow.LARGEST_PIECE);
                return SafetensorsIndexReader.parse(new WindowStream(window, size.getAsLong()));
            }
        });
    }
}
