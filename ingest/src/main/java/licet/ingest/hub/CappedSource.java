package licet.ingest.hub;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Counts the bytes of a body and refuses to give more than the cap. */
final class CappedSource extends ForwardingSource {
    private final long cap;
    private long count;

    CappedSource(Source body, long cap) {
        super(body);
        this.cap = cap;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        count += Math.max(0, read);
        if (count > cap) {
            throw BodyException.largerThan(cap);
        }
        return read;
    }

    long count() {
        return count;
    }
}
