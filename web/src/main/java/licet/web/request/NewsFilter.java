package licet.web.request;

import io.micronaut.http.uri.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertQuery;
import licet.registry.alert.Severity;
import licet.registry.platform.ClosedChoice;

/**
 * What a list of news is narrowed to. Words that nobody knows narrow nothing.
 *
 * @param severity how much it has to matter at least; empty for all
 * @param kind empty for all
 */
public record NewsFilter(String severity, String kind, boolean unread) {
    static final NewsFilter ALL = new NewsFilter("", "", false);

    AlertQuery query(Optional<UUID> after, int limit) {
        return new AlertQuery(
                unread,
                after,
                limit,
                ClosedChoice.find(Severity.class, severity),
                ClosedChoice.find(AlertKind.class, kind));
    }

    String next(UUID last) {
        return UriBuilder.of("/inbox/news")
                .queryParam("severity", severity)
                .queryParam("kind", kind)
                .queryParam("unread", unread ? "true" : "")
                .queryParam("after", last)
                .build()
                .toString();
    }

    public List<String> severities() {
        return Arrays.stream(Severity.values()).map(Severity::word).toList();
    }

    public List<String> kinds() {
        return Arrays.stream(AlertKind.values()).map(AlertKind::word).toList();
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
