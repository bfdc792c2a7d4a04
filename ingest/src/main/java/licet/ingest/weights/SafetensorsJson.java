package licet.ingest.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** Streams the JSON of a safetensors header: tensors are passed on one by one, only their places are remembered. */
final class SafetensorsJson {
    static final int MAX_TENSORS = 500_000;
    private static final int MAX_NAME = 10_000;
    private static final int MAX_TEXTS = 10_000;
    private static final int MAX_KEPT_TEXT = 64 << 10;
    private static final int MAX_KEPT = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNameLength(MAX_NAME)
                    .maxStringLength(8 << 20)
                    .maxNumberLength(30)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final OptionalLong dataBytes;
    private final TensorSink sink;
    private final Extents extents = new Extents();
    private final SeenNames names = new SeenNames();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private int tensors;
    private int kept;

    /** @param dataBytes what follows the header; empty where the size of the file is not known */
    SafetensorsJson(OptionalLong dataBytes, TensorSink sink) {
        this.dataBytes = dataBytes;
        this.sink = sink;
    }

    SafetensorsHeader read(InputStream in, long length) throws IOException {
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
                JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT
                    || json.currentTokenLocation().getCharOffset() != 0) {
                throw malformed("a header starts with '{'");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                field(name, json);
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw malformed("a header is one object");
            }
        }
        names.requireDistinct();
        requireWithin(extents.requireContiguous());
        return new SafetensorsHeader(length, tensors, metadata);
    }

    private void field(String name, JsonParser json) throws IOException {
        names.add(name);
        if (name.equals("__metadata__")) {
            readMetadata(json);
        } else if (++tensors > MAX_TENSORS) {
            throw new RefusedHeader(WeightsProblem.Kind.TOO_LARGE, "more than " + MAX_TENSORS + " tensors");
        } else {
            TensorEntry tensor = TensorEntry.read(name, json);
            tensor.requireSize();
            extents.add(tensor.begin(), tensor.end());
            sink.accept(name, tensor.type(), tensor.shape(), tensor.elements());
        }
    }

    private void readMetadata(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("__metadata__ maps names to texts");
        }
        int texts = 0;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            if (json.nextToken() != JsonToken.VALUE_STRING || ++texts > MAX_TEXTS) {
                throw malformed("__metadata__ maps names to texts, at most " + MAX_TEXTS);
            }
            keep(key, Objects.requireNonNull(json.getText()));
        }
    }

    /** Training tools store whole logs here; what is too long for a fact is left out. */
    private void keep(String key, String text) throws RefusedHeader {
        if (metadata.containsKey(key)) {
            throw new RefusedHeader(WeightsProblem.Kind.DUPLICATE_KEY, "__metadata__ repeats '%s'".formatted(key));
        }
        if (text.length() <= MAX_KEPT_TEXT && kept + key.length() + text.length() <= MAX_KEPT) {
            kept += key.length() + text.length();
            metadata.put(key, text);
        }
    }

    /** Contiguous tensors fill the data exactly, so one comparison covers them all. */
    private void requireWithin(long end) throws RefusedHeader {
        if (dataBytes.isPresent() && end > dataBytes.getAsLong()) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.OUT_OF_BOUNDS,
                    "tensors reach to byte %d of %d".formatted(end, dataBytes.getAsLong()));
        }
        if (dataBytes.isPresent() && end < dataBytes.getAsLong()) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.HOLE, "tensors end at byte %d of %d".formatted(end, dataBytes.getAsLong()));
        }
    }

    static RefusedHeader malformed(String detail) {
        return new RefusedHeader(WeightsProblem.Kind.MALFORMED, detail);
    }
}
