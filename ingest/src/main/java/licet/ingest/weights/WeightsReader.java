package licet.ingest.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all headers of one set of weights, a few kilobytes of each file, and joins what they say. */
public final class WeightsReader {
    private final SourceOpener opener;

    public WeightsReader(SourceOpener opener) {
        this.opener = opener;
    }

    /**
     * Reads the files that make up one model in safetensors.
     *
     * @param files all of them, more than one for a sharded model
     * @param stated how many parameters the index claims; never believed beyond what the tensors have
     */
    public HeaderResult<WeightsMetadata> readSafetensors(
            List<String> files, WeightsConfig config, Optional<Long> stated) {
        var counter = new ParameterCounter(config);
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String file : files) {
            var result = read(file, source -> SafetensorsReader.read(source, counter));
            if (result instanceof HeaderResult.Refused<SafetensorsHeader>(WeightsProblem problem)) {
                return new HeaderResult.Refused<>(problem);
            }
            if (result instanceof HeaderResult.Read<SafetensorsHeader>(SafetensorsHeader header)) {
                header.metadata().forEach(metadata::putIfAbsent);
            }
        }
        Parameters parameters = counter.parameters(Optional.empty());
        return new HeaderResult.Read<>(new WeightsMetadata(
                WeightsMetadata.Format.SAFETENSORS,
                files,
                parameters,
                config.contextLength(),
                SafetensorsFacts.architecture(metadata),
                config.quantization().map(Quantization::label),
                SafetensorsFacts.license(metadata),
                SafetensorsFacts.bases(metadata),
                problems(files, parameters, claims(metadata, stated))));
    }

    /** Reads the files that make up one model in GGUF; the first of several shards holds the fields. */
    public HeaderResult<WeightsMetadata> readGguf(List<String> files) {
        var counter = new ParameterCounter(WeightsConfig.NONE);
        List<GgufHeader> headers = new ArrayList<>();
        for (String file : files) {
            var result = read(file, source -> GgufReader.read(source, counter));
            if (result instanceof HeaderResult.Refused<GgufHeader>(WeightsProblem problem)) {
                return new HeaderResult.Refused<>(problem);
            }
            if (headers.isEmpty() && result instanceof HeaderResult.Read<GgufHeader>(GgufHeader header)) {
                headers.add(header);
            }
        }
        if (headers.isEmpty()) {
            throw new IllegalArgumentException("at least one file must be named");
        }
        GgufHeader first = headers.getFirst();
        Parameters parameters = counter.parameters(GgufFacts.experts(first));
        return new HeaderResult.Read<>(new WeightsMetadata(
                WeightsMetadata.Format.GGUF,
                files,
                parameters,
                first.ofArchitecture("context_length"),
                first.architecture(),
                GgufFacts.quantization(first).or(parameters::mainType),
                GgufFacts.license(first),
                GgufFacts.bases(first),
                problems(files, parameters, List.of())));
    }

    @FunctionalInterface
    private interface HeaderReading<T> {
        T read(RangeSource source) throws IOException;
    }

    private <T> HeaderResult<T> read(String file, HeaderReading<T> reading) {
        HeaderResult<T> result = HeaderResult.of(() -> {
            try (RangeSource source = opener.open(file)) {
                return reading.read(source);
            }
        });
        return switch (result) {
            case HeaderResult.Read<T> value -> value;
            case HeaderResult.Refused<T>(WeightsProblem problem) -> new HeaderResult.Refused<>(problem.in(file));
        };
    }

    private static List<Long> claims(Map<String, String> metadata, Optional<Long> stated) {
        List<Long> claims = new ArrayList<>();
        stated.ifPresent(claims::add);
        Optional.ofNullable(metadata.get("total_parameters"))
                .flatMap(Numbers::positive)
                .ifPresent(claims::add);
        return claims;
    }

    private static List<WeightsProblem> problems(List<String> files, Parameters parameters, List<Long> claims) {
        List<WeightsProblem> problems = new ArrayList<>();
        for (long claim : claims) {
            if (claim > parameters.total()) {
                problems.add(new WeightsProblem(
                        WeightsProblem.Kind.INFLATED_TOTAL,
                        "%d parameters are claimed, the tensors have %d".formatted(claim, parameters.total())));
            }
        }
        files.stream()
                .flatMap(file -> ShardName.find(file).stream())
                .findFirst()
                .filter(shard -> shard.count() != files.size())
                .ifPresent(shard -> problems.add(new WeightsProblem(
                        WeightsProblem.Kind.MISSING_SHARDS,
                        "%d of %d shards are there".formatted(files.size(), shard.count()))));
        return problems;
    }
}
