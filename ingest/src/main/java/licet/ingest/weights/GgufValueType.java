package licet.ingest.weights;

/** The types of values in GGUF, in the order of their numbers in the file, with the bytes of each that has always as many. */
enum GgufValueType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(0),
    ARRAY(0),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    private final int bytes;

    GgufValueType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    static GgufValueType of(int number) throws RefusedHeader {
        if (number < 0 || number >= values().length) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.MALFORMED,
                    "no type of value has the number " + Integer.toUnsignedString(number));
        }
        return values()[number];
    }
}
