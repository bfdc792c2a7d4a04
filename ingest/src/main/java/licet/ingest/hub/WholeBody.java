package licet.ingest.hub;

import java.io.IOException;
import java.util.OptionalLong;
import okio.Buffer;
import okio.BufferedSource;

/** Cuts a range out of a whole file, for servers that ignore ranges. Reads from the start, so only as far as the cap. */
record WholeBody(ByteRange range, long cap) {
    private static final long CHUNK = 8192;

    FilePart read(BufferedSource body) throws IOException {
        return switch (range) {
            case ByteRange.Slice(long from, long length) -> from(body, from, length);
            case ByteRange.From(long from) -> from(body, from, Long.MAX_VALUE);
            case ByteRange.Last(long length) -> last(body, length);
        };
    }

    private FilePart from(BufferedSource body, long from, long length) throws IOException {
        if (from >= cap) {
            throw BodyException.largerThan(cap);
        }
        var skipped = new Buffer();
        long before = fill(body, skipped, from);
        skipped.clear();
        var kept = new Buffer();
        long read = fill(body, kept, length);
        boolean ended = read < length;
        OptionalLong total = ended ? OptionalLong.of(before + read) : OptionalLong.empty();
        return read == 0 ? new FilePart.PastEnd(total) : new FilePart.Bytes(payload(kept), from, total);
    }

    private static FilePart last(BufferedSource body, long length) throws IOException {
        var kept = new Buffer();
        long total = 0;
        for (long read = body.read(kept, CHUNK); read >= 0; read = body.read(kept, CHUNK)) {
            total += read;
            kept.skip(Math.max(0, kept.size() - length));
        }
        long from = total - kept.size();
        return total == 0
                ? new FilePart.PastEnd(OptionalLong.of(0))
                : new FilePart.Bytes(payload(kept), from, OptionalLong.of(total));
    }

    /** How many bytes there were, at most {@code wanted}. */
    private static long fill(BufferedSource body, Buffer into, long wanted) throws IOException {
        long count = 0;
        while (count < wanted) {
            long read = body.read(into, Math.min(CHUNK, wanted - count));
            if (read < 0) {
                return count;
            }
            count += read;
        }
        return count;
    }

    /** Empties the buffer. */
    private static Payload payload(Buffer bytes) {
        return Payload.wrap(bytes.readByteArray());
    }
}
