package licet.web.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody was told, the newest first.
 *
 * @param next address of the page that follows
 * @param filter what it was narrowed to
 * @param unread how many of all are unread
 */
public record NewsView(List<NewsLine> lines, Optional<String> next, NewsFilter filter, long unread, String formToken) {
    public NewsView {
        lines = List.copyOf(lines);
    }

    /** Everything up to it is what whoever looks has seen. */
    public Optional<UUID> newest() {
        return lines.stream().findFirst().map(NewsLine::id);
    }
}
