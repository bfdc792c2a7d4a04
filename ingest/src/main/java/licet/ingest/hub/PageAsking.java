package licet.ingest.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okio.BufferedSource;

/** Asks for one page of a list and reads it item by item. A server that is too slow is asked for less of the same. */
final class PageAsking<I> implements Asking<Page<I>> {
    private static final int SMALLEST_PAGE = 25;

    private HttpUrl url;
    private final Endpoint endpoint;
    private final Pager pager;
    private final ItemReader<I> item;
    private final long cap;

    PageAsking(HttpUrl url, Endpoint endpoint, Pager pager, ItemReader<I> item, long cap) {
        this.url = url;
        this.endpoint = endpoint;
        this.pager = pager;
        this.item = item;
        this.cap = cap;
    }

    @Override
    public Outgoing request() {
        return Outgoing.get(url);
    }

    @Override
    public String quota() {
        return "api";
    }

    @Override
    public long cap() {
        return cap;
    }

    @Override
    public Page<I> read(Head head, BufferedSource body) throws IOException {
        List<I> items = new ArrayList<>();
        int received = HubJson.items(body, cap, item, items::add);
        var next = NextPage.read(head.headers().values("Link"), head.url(), endpoint, pager);
        OptionalLong total = FileMeta.number(head.header("X-Total-Count"));
        return new Page<>(items, received, total, next, url);
    }

    /** The cursor stays: a smaller page starts at the same place. Numbered pages would start elsewhere. */
    @Override
    public void overloaded() {
        int size = size(url);
        if (pager == Pager.CURSOR && size > SMALLEST_PAGE) {
            url = resized(url, Math.max(SMALLEST_PAGE, size / 2));
        }
    }

    /** Zero where the address names no page size. */
    static int size(HttpUrl url) {
        String limit = url.queryParameter("limit");
        return limit == null ? 0 : Integer.parseInt(limit);
    }

    static HttpUrl resized(HttpUrl url, int size) {
        return url.newBuilder().setQueryParameter("limit", String.valueOf(size)).build();
    }
}
