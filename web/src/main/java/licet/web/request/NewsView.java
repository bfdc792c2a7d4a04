package licet.web.request;

import java.util.List;
import java.util.Optional;

/** Everything that somebody was told, the newest first. @param next address of the page that follows */
public record NewsView(List<NewsLine> lines, Optional<String> next) {
    public NewsView {
        lines = List.copyOf(lines);
    }
}
