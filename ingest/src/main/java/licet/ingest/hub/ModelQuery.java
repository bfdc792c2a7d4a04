package licet.ingest.hub;

import java.util.List;
import java.util.Optional;

/**
 * Which models to list. The order is always the date of creation: any other order moves while it is read and loses rows.
 *
 * @param limit how many models in all; pages are at most 500
 */
public record ModelQuery(Optional<String> author, Optional<String> search, List<String> filters, int limit) {
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

    ListQuery query() {
        ListQuery query = ListQuery.everything()
                .giving(new ListQuery.Fields.Switches(true, false, false))
                .inPagesOf(Math.clamp(limit, 1, ListQuery.LARGEST_PAGE));
        for (String owner : author.stream().toList()) {
            query = query.author(owner);
        }
        for (String text : search.stream().toList()) {
            query = query.search(text);
        }
        for (String tag : filters) {
            query = query.tag(tag);
        }
        return query;
    }
}
