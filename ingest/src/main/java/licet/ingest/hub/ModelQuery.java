package licet.ingest.hub;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Which models to list. The order is always the date of creation: any other order moves while it is read and loses rows.
 *
 * @param limit how many models in all; pages are at most 500
 */
public record ModelQuery(Optional<String> author, Optional<String> search, List<String> filters, int limit) {
    private static final int PAGE = 500;

    public ModelQuery {
        filters = List.copyOf(filters);
        if (limit < 0) {
            throw new IllegalArgumentException("limit %d is negative: give the number of models".formatted(limit));
        }
    }

    public static ModelQuery all() {
        return new ModelQuery(Optional.empty(), Optional.empty(), List.of(), Integer.MAX_VALUE);
    }

    public static ModelQuery of(String author) {
        return new ModelQuery(Optional.of(author), Optional.empty(), List.of(), Integer.MAX_VALUE);
    }

    public ModelQuery searching(String text) {
        return new ModelQuery(author, Optional.of(text), filters, limit);
    }

    public ModelQuery limitedTo(int count) {
        return new ModelQuery(author, search, filters, count);
    }

    HttpUrl url(Endpoint endpoint) {
        HttpUrl.Builder url = endpoint.path("api/models")
                .addQueryParameter("sort", "createdAt")
                .addQueryParameter("direction", "1")
                .addQueryParameter("limit", String.valueOf(Math.min(PAGE, limit)))
                .addQueryParameter("full", "true");
        author.ifPresent(value -> url.addQueryParameter("author", value));
        search.ifPresent(value -> url.addQueryParameter("search", value));
        filters.forEach(value -> url.addQueryParameter("filter", value));
        return url.build();
    }
}
