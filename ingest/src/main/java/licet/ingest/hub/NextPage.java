package licet.ingest.hub;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Reads the address of the next page. Only its cursor is used: the rest of the address is not ours to follow. */
final class NextPage {
    private static final Pattern ENTRY = Pattern.compile("<([^<>]*)>([^<,]*)");
    private static final Pattern REL_NEXT = Pattern.compile("(?i);\\s*rel\\s*=\\s*\"?next\"?\\s*(?:;|$)");

    private NextPage() {}

    sealed interface Step {
        record End() implements Step {}

        record Cursor(String value) implements Step {}

        record Refused(String reason) implements Step {}
    }

    static Step read(List<String> linkHeaders, HttpUrl current, Endpoint endpoint, Pager pager) {
        List<String> targets = linkHeaders.stream()
                .flatMap(header -> ENTRY.matcher(header).results())
                .filter(entry -> REL_NEXT.matcher(entry.group(2).strip()).find())
                .map(entry -> entry.group(1))
                .toList();
        if (targets.isEmpty()) {
            return new Step.End();
        }
        return targets.size() > 1
                ? new Step.Refused("more than one next page")
                : cursor(targets.getFirst(), current, endpoint, pager);
    }

    private static Step cursor(String target, HttpUrl current, Endpoint endpoint, Pager pager) {
        Optional<HttpUrl> url = endpoint.resolve(current, target);
        if (url.isEmpty() || !endpoint.sameOrigin(url.get())) {
            return new Step.Refused("the next page is on another host");
        }
        if (url.get().fragment() != null) {
            return new Step.Refused("the address of the next page has a fragment");
        }
        String cursor = url.get().queryParameter(pager.parameter());
        if (cursor == null || cursor.isEmpty()) {
            return new Step.Refused("the next page has no " + pager.parameter());
        }
        return cursor.length() > Cursor.LONGEST
                ? new Step.Refused("the cursor is longer than " + Cursor.LONGEST + " characters")
                : new Step.Cursor(cursor);
    }
}
