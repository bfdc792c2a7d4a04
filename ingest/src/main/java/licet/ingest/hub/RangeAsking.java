package licet.ingest.hub;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Asks for a part of a file. What arrived before a connection broke is kept and only the rest asked for again, each time
 * through the Hub anew, since the addresses of its content network expire.
 */
final class RangeAsking implements Asking<FilePart> {
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final long CHUNK = 8192;

    private final HttpUrl url;
    private final ByteRange range;
    private final long cap;
    private final Buffer got = new Buffer();
    private Optional<String> version = Optional.empty();

    /** @param cap bytes of a body at most, also of one whose server ignores ranges */
    RangeAsking(HttpUrl url, ByteRange range, long cap) {
        this.url = url;
        this.range = range;
        this.cap = cap;
    }

    @Override
    public Outgoing request() {
        return Outgoing.get(url, Map.of("Range", range.header(got.size()), "Accept-Encoding", "identity"));
    }

    @Override
    public String quota() {
        return "resolvers";
    }

    @Override
    public long cap() {
        return cap;
    }

    @Override
    public boolean accepts(int status) {
        return status == 200 || status == PARTIAL || status == NOT_SATISFIABLE;
    }

    @Override
    public FilePart read(Head head, BufferedSource body) throws IOException {
        Optional<String> now = FileMeta.of(head).etag();
        if (got.size() > 0 && !now.equals(version)) {
            got.clear();
            throw BodyException.damaged("the file changed while it was read");
        }
        version = now;
        return switch (head.status()) {
            case NOT_SATISFIABLE -> new FilePart.PastEnd(ContentRange.total(head));
            case PARTIAL -> partial(head, body);
            default -> new WholeBody(range, cap).read(body);
        };
    }

    private FilePart partial(Head head, BufferedSource body) throws IOException {
        ContentRange part = ContentRange.find(head)
                .orElseThrow(() -> BodyException.wrongShape("a partial answer that names no single range"));
        long start = start(part);
        long wanted = part.length();
        while (wanted > 0) {
            long read = body.read(got, Math.min(CHUNK, wanted));
            if (read < 0) {
                throw new EOFException("the part ends %d bytes early".formatted(wanted));
            }
            wanted -= read;
        }
        return new FilePart.Bytes(Payload.wrap(got.readByteArray()), start, part.total());
    }

    /** Where the part begins that was asked for first; a part of another place or size is not what was asked for. */
    private long start(ContentRange part) throws BodyException {
        long had = got.size();
        long start = part.first() - had;
        boolean sound = switch (range) {
            case ByteRange.Slice(long from, long length) -> start == from && part.length() <= length - had;
            case ByteRange.From(long from) -> start == from;
            case ByteRange.Last(long length) -> endsFile(part) && part.length() <= length - had;
        };
        if (!sound) {
            throw BodyException.wrongShape("the answer is another part of the file");
        }
        return start;
    }

    private static boolean endsFile(ContentRange part) {
        OptionalLong total = part.total();
        return total.isPresent() && part.last() == total.getAsLong() - 1;
    }
}
