package licet.ingest.weights;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/** One tensor of a safetensors header, at bytes {@code begin} to {@code end} of the data. */
record TensorEntry(String name, String type, List<Long> shape, long begin, long end) {
    private static final int MAX_DIMENSIONS = 64;
    private static final int MAX_TYPE = 32;
    private static final int MAX_FIELDS = 16;
    private static final BigInteger BYTE = BigInteger.valueOf(8);

    static TensorEntry read(String name, JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw malformed(name);
        }
        String type = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        Set<String> seen = new HashSet<>();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (seen.size() == MAX_FIELDS) {
                throw malformed(name);
            }
            if (!seen.add(field)) {
                throw new RefusedHeader(
                        WeightsProblem.Kind.DUPLICATE_KEY,
                        "tensor '%s' repeats '%s'".formatted(Shapes.shown(name), Shapes.shown(field)));
            }
            switch (field) {
                case "dtype" -> type = text(name, json);
                case "shape" -> shape = numbers(name, json);
                case "data_offsets" -> offsets = numbers(name, json);
                default -> json.skipChildren();
            }
        }
        if (!seen.containsAll(Set.of("dtype", "shape", "data_offsets"))
                || offsets.size() != 2
                || offsets.get(0) > offsets.get(1)) {
            throw malformed(name);
        }
        return new TensorEntry(name, type, shape, offsets.get(0), offsets.get(1));
    }

    long elements() throws RefusedHeader {
        return Shapes.elements(name, shape);
    }

    /** A tensor has the bytes that its shape and type need; of an unknown type at least a bit for each element. */
    void requireSize() throws RefusedHeader {
        BigInteger there = BigInteger.valueOf(end - begin).multiply(BYTE);
        OptionalInt bits = TensorTypes.bits(type);
        BigInteger needed = BigInteger.valueOf(elements()).multiply(BigInteger.valueOf(bits.orElse(1)));
        boolean fits = bits.isPresent() ? needed.equals(there) : needed.compareTo(there) <= 0;
        if (!fits) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.MALFORMED,
                    "tensor '%s' of type %s does not have the bytes of its shape".formatted(Shapes.shown(name), type));
        }
    }

    private static String text(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING || json.getTextLength() > MAX_TYPE) {
            throw malformed(name);
        }
        return Objects.requireNonNull(json.getText());
    }

    private static List<Long> numbers(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw malformed(name);
        }
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || numbers.size() == MAX_DIMENSIONS) {
                throw malformed(name);
            }
            if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw Shapes.overflow(name);
            }
            numbers.add(json.getLongValue());
        }
        if (numbers.stream().anyMatch(number -> number < 0)) {
            throw malformed(name);
        }
        return numbers;
    }

    private static RefusedHeader malformed(String name) {
        return SafetensorsJson.malformed(
                "tensor '%s' needs a dtype, a shape and two data_offsets in order".formatted(Shapes.shown(name)));
    }
}
