package licet.registry.platform;

import java.io.InputStream;
import java.util.Optional;

/** Bytes that are made when they are asked for, one page after the other. */
public final class PagedStream extends InputStream {
    /** Gives each page once, then nothing. */
    @FunctionalInterface
    public interface Pages {
        Optional<byte[]> next();
    }

    private final Pages pages;
    private byte[] page = new byte[0];
    private int at;
    private boolean over;

    public PagedStream(Pages pages) {
        this.pages = pages;
    }

    @Override
    public int read() {
        return turn() ? page[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!turn()) {
            return -1;
        }
        int count = Math.min(length, page.length - at);
        System.arraycopy(page, at, into, from, count);
        at += count;
        return count;
    }

    /** Whether there is a byte to give. */
    private boolean turn() {
        while (at == page.length && !over) {
            var next = pages.next();
            over = next.isEmpty();
            page = next.orElse(new byte[0]);
            at = 0;
        }
        return at < page.length;
    }
}
