package licet.ingest.weights;

import java.math.BigInteger;
import java.util.List;

/** A value of a GGUF header. Long arrays, such as vocabularies, are measured and not kept. */
public sealed interface GgufValue {
    record Text(String value) implements GgufValue {}

    record Whole(BigInteger value) implements GgufValue {}

    record Real(double value) implements GgufValue {}

    record Flag(boolean value) implements GgufValue {}

    /** A short array of texts. */
    record Texts(List<String> values) implements GgufValue {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** Something that is there and was not kept, with its length in elements or, for a text, in bytes. */
    record Skipped(String type, long length) implements GgufValue {}
}
