package licet.ingest.hub;

/** Which bytes of a file. */
public sealed interface ByteRange {
    /** @param from the first byte, counted from 0 */
    record Slice(long from, long length) implements ByteRange {
        public Slice {
            if (from < 0 || length < 1 || from > Long.MAX_VALUE - length) {
                throw new IllegalArgumentException(
                        "%d bytes from byte %d are no part of a file: from 0, at least 1 byte".formatted(length, from));
            }
        }
    }

    /** Everything from a byte on. */
    record From(long from) implements ByteRange {
        public From {
            if (from < 0) {
                throw new IllegalArgumentException("a file has no byte %d: count from 0".formatted(from));
            }
        }
    }

    /** The end of a file. */
    record Last(long length) implements ByteRange {
        public Last {
            if (length < 1) {
                throw new IllegalArgumentException("the last %d bytes are none: at least 1".formatted(length));
            }
        }
    }

    /** The header for what is missing once {@code had} bytes of this range are there. */
    default String header(long had) {
        return switch (this) {
            case Slice(long from, long length) -> "bytes=%d-%d".formatted(from + had, from + length - 1);
            case From(long from) -> "bytes=%d-".formatted(from + had);
            case Last(long length) -> "bytes=-%d".formatted(length - had);
        };
    }
}
