package licet.tests.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Pages of the list of models. */
final class Listing {
    private static final int PAGE = 1000;

    private Listing() {}

    static Reply answer(World world, Query query, String endpoint) {
        Optional<Set<Field>> fields = Field.listed(query);
        if (fields.isEmpty()) {
            return Reply.error(400, "", "Invalid expand value");
        }
        Optional<Order> order = Order.find(query.find("sort").orElse("trendingScore"));
        if (order.isEmpty()) {
            return Reply.error(400, "", "Invalid sort parameter");
        }
        int limit = Math.clamp(query.number("limit", PAGE), 1, PAGE);
        boolean ascending = query.find("direction").filter(d -> !d.equals("-1")).isPresent();
        List<Long> ranks = order.get().next(world, ascending, after(query), limit + 1, filter(world, query));
        List<Long> page = ranks.subList(0, Math.min(limit, ranks.size()));
        Reply reply = Reply.json(json -> {
            json.writeStartArray();
            for (long rank : page) {
                ModelJson.object(json, world.model(Order.index(world, rank)), fields.get(), false);
            }
            json.writeEndArray();
        });
        return ranks.size() > limit ? reply.with("Link", link(query, page.getLast(), endpoint)) : reply;
    }

    private static String link(Query query, long last, String endpoint) {
        String cursor = Base64.getEncoder()
                .encodeToString("{\"rank\":{\"$gt\":%d}}".formatted(last).getBytes(StandardCharsets.UTF_8));
        return "<%s/api/models?%s>; rel=\"next\"".formatted(endpoint, query.with("cursor", cursor));
    }

    private static long after(Query query) {
        return query.find("cursor")
                .map(cursor -> new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8))
                .map(text -> Long.parseLong(text.replaceAll("[^-0-9]", "")))
                .orElse(Long.MIN_VALUE);
    }

    private static IntPredicate filter(World world, Query query) {
        IntPredicate filter = index -> !world.past(index).deleted();
        Optional<String> author = query.find("author");
        if (author.isPresent()) {
            filter = filter.and(index -> world.owner(index).equals(author.get()));
        }
        Optional<String> search = query.find("search").map(text -> text.toLowerCase(Locale.ROOT));
        if (search.isPresent()) {
            filter =
                    filter.and(index -> world.id(index).toLowerCase(Locale.ROOT).contains(search.get()));
        }
        List<String> tags = query.all("filter");
        if (!tags.isEmpty()) {
            filter = filter.and(index -> Tags.of(world.model(index)).containsAll(tags));
        }
        Optional<String> pipeline = query.find("pipeline_tag");
        if (pipeline.isPresent()) {
            filter = filter.and(index -> world.model(index).pipeline().equals(pipeline.get()));
        }
        Optional<Boolean> gated = query.find("gated").map(Boolean::parseBoolean);
        return gated.isPresent() ? filter.and(index -> world.model(index).isGated() == gated.get()) : filter;
    }
}
