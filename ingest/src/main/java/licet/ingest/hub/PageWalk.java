package licet.ingest.hub;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/** Goes from page to page until the list ends, the reader has enough, or the pages lead in a circle. */
final class PageWalk {
    private PageWalk() {}

    /** How a single page is had. */
    @FunctionalInterface
    interface Source<I> {
        HubResult<Page<I>> page(HttpUrl url);
    }

    /** @param wantsMore false from a reader that has enough */
    static <I> HubResult<Boolean> run(HttpUrl first, Pager pager, Source<I> source, Predicate<Page<I>> wantsMore) {
        int full = PageAsking.size(first);
        HttpUrl url = first;
        Set<String> seen = new HashSet<>();
        while (true) {
            HubResult<Page<I>> result = source.page(url);
            if (!(result instanceof HubResult.Found<Page<I>>(Page<I> page))) {
                return result.map(_ -> false);
            }
            boolean more = wantsMore.test(page) && page.received() > 0;
            if (!more || page.next() instanceof NextPage.Step.End) {
                return new HubResult.Found<>(true);
            }
            if (page.next() instanceof NextPage.Step.Refused(String reason)) {
                return Asker.failed(reason);
            }
            String next = ((NextPage.Step.Cursor) page.next()).value();
            if (!seen.add(next)) {
                return new HubResult.Found<>(true);
            }
            url = recovered(page.asked(), full)
                    .setQueryParameter(pager.parameter(), next)
                    .build();
        }
    }

    /** After a page that had to be smaller the size grows again step by step. */
    private static HttpUrl.Builder recovered(HttpUrl asked, int full) {
        int size = PageAsking.size(asked);
        return size == full
                ? asked.newBuilder()
                : PageAsking.resized(asked, Math.min(full, size * 2)).newBuilder();
    }
}
