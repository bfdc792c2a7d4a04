package licet.ingest.hub;

import java.util.OptionalLong;

/** What a range request found. */
public sealed interface FilePart {
    /** The size of the whole file in bytes, where the server told. */
    OptionalLong total();

    /**
     * The bytes asked for, fewer only where the file ends before.
     *
     * @param from their place in the file
     */
    record Bytes(Payload content, long from, OptionalLong total) implements FilePart {}

    /** The file ends before the range begins; an empty file has no ranges at all. */
    record PastEnd(OptionalLong total) implements FilePart {}
}
