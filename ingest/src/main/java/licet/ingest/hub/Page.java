package licet.ingest.hub;

import java.util.List;
import java.util.OptionalLong;
import okhttp3.HttpUrl;

/**
 * One page of any list.
 *
 * @param received items in the answer, the unreadable among them
 * @param total items of the whole list, where the Hub told
 * @param asked the address that gave this page
 */
record Page<I>(List<I> items, int received, OptionalLong total, NextPage.Step next, HttpUrl asked) {
    Page {
        items = List.copyOf(items);
    }
}
