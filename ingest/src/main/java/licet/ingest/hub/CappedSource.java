package licet.ingest.hub;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Counts the bytes of a body, refuses to give more than the cap, and knows no fault of a body but an {@link IOException}. */
final class CappedSource extends ForwardingSource {
    private final long cap;
    private long count;

    CappedSource(Source body, long cap) {
        super(body);
        this.cap = cap;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = readSafely(sink, byteCount);
        count += Math.max(0, read);
        if (count > cap) {
            throw BodyException.largerThan(cap);
        }
        return read;
    }

    /** Okio's reader of gzip trips over damaged headers, as over an extra field of no length, instead of refusing them. */
    private long readSafely(Buffer sink, long byteCount) throws IOException {
        try {
            return super.read(sink, byteCount);
        } catch (RuntimeException e) {
            BodyException damaged = BodyException.damaged("the body is damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    long count() {
        return count;
    }
}
