package licet.ingest.weights;

import java.io.IOException;
import java.util.OptionalLong;

/** A file of which parts can be read: on disk, in memory, or behind range requests. */
public interface RangeSource extends AutoCloseable {
    /** The bytes of the whole file; empty where a server does not tell. */
    OptionalLong size();

    /**
     * The bytes from an offset on, fewer than asked for only at the end of the file.
     *
     * @throws IOException when the bytes could not be had, which says nothing about the file
     */
    byte[] read(long offset, int length) throws IOException;

    @Override
    default void close() throws IOException {
        // Most sources hold nothing open.
    }
}
