package licet.ingest.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import licet.ingest.hub.RepoPath;

/** Streams the index of a sharded model. The index of a large model has 60 MB; only the names of its files are kept. */
public final class SafetensorsIndexReader {
    static final int MAX_SHARDS = 10_000;
    static final long MAX_LENGTH = 250_000_000;
    private static final int MAX_TENSORS = 5_000_000;
    private static final int MAX_FILE_NAME = 1_024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(10_000)
                    .maxStringLength(8 << 20)
                    .maxNumberLength(100)
                    .maxDocumentLength(MAX_LENGTH)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final TreeMap<String, Long> shards = new TreeMap<>();
    private final List<WeightsProblem> problems = new ArrayList<>();
    private Optional<Long> totalSize = Optional.empty();
    private Optional<Long> totalParameters = Optional.empty();
    private int tensors;

    private SafetensorsIndexReader() {}

    /** Reads to the end of the first document; the stream stays open. */
    public static HeaderResult<SafetensorsIndex> read(InputStream in) {
        return HeaderResult.of(() -> parse(in));
    }

    static SafetensorsIndex parse(InputStream in) throws IOException {
        return new SafetensorsIndexReader().readIndex(in);
    }

    private SafetensorsIndex readIndex(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("the index is no object");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (name.equals("metadata") && value == JsonToken.START_OBJECT) {
                    readMetadata(json);
                } else if (name.equals("weight_map")) {
                    readMap(json);
                } else {
                    json.skipChildren();
                }
            }
            noteTrailing(json);
        }
        if (shards.isEmpty()) {
            throw malformed("the index names no file");
        }
        return new SafetensorsIndex(shards, totalSize, totalParameters, problems);
    }

    private void readMetadata(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "total_size" -> totalSize = number(json);
                case "total_parameters" -> totalParameters = number(json);
                default -> json.skipChildren();
            }
        }
    }

    private void readMap(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("weight_map is no object");
        }
        for (String tensor = json.nextFieldName(); tensor != null; tensor = json.nextFieldName()) {
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw malformed("weight_map names no file for " + Shapes.shown(tensor));
            }
            addShard(json);
        }
    }

    private void addShard(JsonParser json) throws IOException {
        String file = json.getTextLength() <= MAX_FILE_NAME ? Objects.requireNonNull(json.getText()) : "";
        if (RepoPath.find(file).filter(path -> path.toString().equals(file)).isEmpty()) {
            throw new RefusedHeader(WeightsProblem.Kind.UNSAFE_NAME, "weight_map names an unsafe or overlong file");
        }
        shards.merge(file, 1L, Long::sum);
        if (++tensors > MAX_TENSORS || shards.size() > MAX_SHARDS) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.TOO_LARGE,
                    "more than %d tensors or %d files".formatted(MAX_TENSORS, MAX_SHARDS));
        }
    }

    /** Some copies carry text after the document; what came before it was whole. */
    private void noteTrailing(JsonParser json) throws IOException {
        boolean trailing;
        try {
            trailing = json.nextToken() != null;
        } catch (JsonProcessingException e) {
            trailing = true;
        }
        if (trailing) {
            problems.add(new WeightsProblem(WeightsProblem.Kind.TRAILING_TEXT, "text follows the index"));
        }
    }

    /** Tools write whole numbers as text or with a fraction of zero. */
    private static Optional<Long> number(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
                Numbers.positive(Objects.requireNonNull(json.getText()));
            default -> {
                json.skipChildren();
                yield Optional.empty();
            }
        };
    }

    private static RefusedHeader malformed(String detail) {
        return new RefusedHeader(WeightsProblem.Kind.MALFORMED, detail);
    }
}
