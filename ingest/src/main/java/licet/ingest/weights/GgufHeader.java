package licet.ingest.weights;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The header of one GGUF file.
 *
 * @param fields every key in its order; vocabularies and other long arrays only with their length
 */
public record GgufHeader(int version, boolean bigEndian, long tensors, Map<String, GgufValue> fields) {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    public GgufHeader {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<String> text(String key) {
        return fields.get(key) instanceof GgufValue.Text(String value) && !value.isBlank()
                ? Optional.of(value)
                : Optional.empty();
    }

    /** A whole number from zero to the largest long. */
    public Optional<Long> number(String key) {
        return fields.get(key) instanceof GgufValue.Whole(BigInteger value)
                        && value.signum() >= 0
                        && value.compareTo(LARGEST) <= 0
                ? Optional.of(value.longValueExact())
                : Optional.empty();
    }

    public Optional<String> architecture() {
        return text("general.architecture");
    }

    /** A number under a key that begins with the architecture, as most do. */
    Optional<Long> ofArchitecture(String key) {
        return architecture().flatMap(name -> number(name + "." + key));
    }
}
