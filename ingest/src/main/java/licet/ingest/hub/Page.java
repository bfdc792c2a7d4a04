package licet.ingest.hub;

import java.util.List;
import okhttp3.HttpUrl;

/**
 * One page of any list.
 *
 * @param received items in the answer, the unreadable among them
 * @param asked the address that gave this page
 */
record Page<I>(List<I> items, int received, NextPage.Step next, HttpUrl asked) {
    Page {
        items = List.copyOf(items);
    }
}
