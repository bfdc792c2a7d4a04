package licet.ingest.weights;

/** Why a header was not believed, or what in it was odd. */
public record WeightsProblem(Kind kind, String detail) {
    public enum Kind {
        /** Neither safetensors nor GGUF, or a version that nobody has described. */
        UNKNOWN_FORMAT,
        /** The file ends before its header does. */
        TRUNCATED,
        /** More bytes, entries or levels than any real file has. */
        TOO_LARGE,
        MALFORMED,
        NOT_UTF8,
        /** A number that does not fit, or that a shape multiplies up to one that does not. */
        OVERFLOW,
        /** Tensors that reach beyond the file. */
        OUT_OF_BOUNDS,
        /** Two tensors that share bytes. */
        OVERLAP,
        /** Bytes that belong to no tensor. */
        HOLE,
        DUPLICATE_KEY,
        /** A name that could lead out of the repository. */
        UNSAFE_NAME,
        /** Shards that the names or the index announce and the repository lacks. */
        MISSING_SHARDS,
        /** The file claims more parameters than its tensors have. */
        INFLATED_TOTAL,
        /** Text after the end of the document. */
        TRAILING_TEXT,
        /** The bytes are there, and not for this caller. */
        WITHHELD,
        /** The bytes could not be had. */
        READ_FAILED
    }

    /** The next try may succeed although nothing changes upstream. */
    public boolean isPassing() {
        return kind == Kind.READ_FAILED;
    }

    WeightsProblem in(String path) {
        return new WeightsProblem(kind, path + ": " + detail);
    }
}
