package licet.tests.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Writes an answer, whole or in one of the ways in which answers go wrong. */
final class Sender {
    private static final byte[] ZEROS = new byte[1 << 16];
    private static final Duration BETWEEN_DROPS = Duration.ofMillis(100);

    private final HttpExchange exchange;
    private final Counter counter;
    private final Duration drip;

    Sender(HttpExchange exchange, Counter counter, Duration drip) {
        this.exchange = exchange;
        this.counter = counter;
        this.drip = drip;
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void send(Reply reply, Optional<Fault> fault) throws IOException {
        reply.headers().forEach(this::header);
        long size = size(reply.body());
        Optional<ByteRange> asked = reply.status() == 200
                ? ByteRange.find(exchange.getRequestHeaders().getFirst("Range"), size)
                : Optional.empty();
        if (asked.isPresent() && !asked.get().isWithin(size)) {
            header("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        ByteRange range = asked.orElse(ByteRange.whole(size));
        asked.ifPresent(part -> header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size)));
        int status = asked.isPresent() ? 206 : reply.status();
        if (exchange.getRequestMethod().equals("HEAD") || range.length() == 0) {
            header("Content-Length", "" + range.length());
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, range.length());
        write(reply.body(), range, fault);
    }

    private void write(Reply.Body body, ByteRange range, Optional<Fault> fault) throws IOException {
        OutputStream out = exchange.getResponseBody();
        if (fault.isEmpty()) {
            copy(body, range, out);
            counter.bytes(range.length());
            return;
        }
        switch (fault.get()) {
            case MALFORMED -> malformed(body, out);
            case CUT -> copy(body, new ByteRange(range.first(), range.first() + range.length() / 2 - 1), out);
            case DRIP -> drip(body, range, out);
            case TOO_MANY_BY_QUOTA, TOO_MANY_WITH_PAUSE, TOO_MANY_BARE, SERVER_ERROR ->
                throw new IllegalArgumentException(fault.get() + " has an answer of its own");
        }
        out.flush();
    }

    private static void copy(Reply.Body body, ByteRange range, OutputStream out) throws IOException {
        byte[] head = switch (body) {
            case Reply.Body.Bytes(byte[] bytes) -> bytes;
            case Reply.Body.Large(Weights.Head large) -> large.bytes();
        };
        long at = range.first();
        if (at < head.length) {
            int end = (int) Math.min(head.length, range.last() + 1);
            out.write(head, (int) at, end - (int) at);
            at = end;
        }
        while (at <= range.last()) {
            int count = (int) Math.min(ZEROS.length, range.last() - at + 1);
            out.write(ZEROS, 0, count);
            at += count;
        }
    }

    /** The second half is spaces, so that brackets stay open and the length is the announced one. */
    private static void malformed(Reply.Body body, OutputStream out) throws IOException {
        if (body instanceof Reply.Body.Bytes(byte[] bytes)) {
            byte[] damaged = bytes.clone();
            Arrays.fill(damaged, bytes.length / 2, bytes.length, (byte) ' ');
            out.write(damaged);
        }
    }

    /** What comes slowly is right: a client may keep it and ask for the rest only. */
    private void drip(Reply.Body body, ByteRange range, OutputStream out) throws IOException {
        long drops = Math.min(range.length() - 1, drip.dividedBy(BETWEEN_DROPS));
        try {
            for (long i = 0; i < drops; i++) {
                copy(body, new ByteRange(range.first() + i, range.first() + i), out);
                out.flush();
                Thread.sleep(BETWEEN_DROPS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long size(Reply.Body body) {
        return switch (body) {
            case Reply.Body.Bytes(byte[] bytes) -> bytes.length;
            case Reply.Body.Large(Weights.Head head) -> head.size();
        };
    }
}
