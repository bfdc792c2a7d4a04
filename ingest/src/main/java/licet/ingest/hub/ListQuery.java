package licet.ingest.hub;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * One page of the Hub's list of models: which models, in which order, with which fields, from where on.
 *
 * @param filters every one must hold; names repeat
 * @param pageSize 1 to 500 models; the Hub gives fewer where it likes
 * @param start the beginning of the list where empty
 */
public record ListQuery(List<Filter> filters, Order order, Fields fields, int pageSize, Optional<Cursor> start) {
    public static final int LARGEST_PAGE = 500;
    /** What {@link ListedModel} reads. */
    public static final Set<ModelField> LISTED_FIELDS = Set.copyOf(EnumSet.of(
            ModelField.SHA,
            ModelField.LAST_MODIFIED,
            ModelField.CREATED_AT,
            ModelField.GATED,
            ModelField.DISABLED,
            ModelField.TAGS,
            ModelField.PIPELINE_TAG,
            ModelField.LIBRARY_NAME,
            ModelField.DOWNLOADS,
            ModelField.LIKES));

    public ListQuery {
        filters = List.copyOf(filters);
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page of %d models cannot be asked for: 1 to %d".formatted(pageSize, LARGEST_PAGE));
        }
    }

    /** One parameter of the request, under the Hub's name. */
    public record Filter(String name, String value) {}

    public enum Sort {
        /** The only order that does not move while it is read. */
        CREATED_AT("createdAt"),
        LAST_MODIFIED("lastModified"),
        DOWNLOADS("downloads"),
        LIKES("likes"),
        TRENDING("trendingScore");

        private final String wire;

        Sort(String wire) {
            this.wire = wire;
        }
    }

    public record Order(Sort sort, boolean ascending) {}

    /** Which fields the items have. A list of fields and the three switches exclude each other. */
    public sealed interface Fields {
        record Switches(boolean full, boolean config, boolean cardData) implements Fields {}

        record Expand(Set<ModelField> fields) implements Fields {
            public Expand {
                if (fields.isEmpty()) {
                    throw new IllegalArgumentException("expand names no field: name at least one");
                }
                fields = Set.copyOf(fields);
            }
        }
    }

    /** Every model in the order of creation, oldest first, with the fields of {@link ListedModel}. */
    public static ListQuery everything() {
        return new ListQuery(
                List.of(),
                new Order(Sort.CREATED_AT, true),
                new Fields.Expand(LISTED_FIELDS),
                LARGEST_PAGE,
                Optional.empty());
    }

    public ListQuery author(String namespace) {
        return with("author", namespace);
    }

    /** A part of the id; not a search in texts. */
    public ListQuery search(String text) {
        return with("search", text);
    }

    /** Any tag: {@code license:mit}, {@code base_model:quantized:ID}, {@code gguf}, a language, a library. */
    public ListQuery tag(String tag) {
        return with("filter", tag);
    }

    public ListQuery task(String pipelineTag) {
        return with("pipeline_tag", pipelineTag);
    }

    public ListQuery app(String app) {
        return with("apps", app);
    }

    /** @param range as the Hub writes it: {@code min:6B,max:128B} */
    public ListQuery parameters(String range) {
        return with("num_parameters", range);
    }

    public ListQuery gated(boolean gated) {
        return with("gated", String.valueOf(gated));
    }

    /** Only those that the Hub's own inference has loaded. */
    public ListQuery warm() {
        return with("inference", "warm");
    }

    public ListQuery inferenceProvider(String provider) {
        return with("inference_provider", provider);
    }

    public ListQuery ordered(Sort sort, boolean ascending) {
        return new ListQuery(filters, new Order(sort, ascending), fields, pageSize, start);
    }

    public ListQuery giving(Fields other) {
        return new ListQuery(filters, order, other, pageSize, start);
    }

    public ListQuery inPagesOf(int size) {
        return new ListQuery(filters, order, fields, size, start);
    }

    /** From the place that an earlier page of the same list named. */
    public ListQuery after(Cursor cursor) {
        return new ListQuery(filters, order, fields, pageSize, Optional.of(cursor));
    }

    private ListQuery with(String name, String value) {
        var more = new ArrayList<>(filters);
        more.add(new Filter(name, value));
        return new ListQuery(more, order, fields, pageSize, start);
    }

    HttpUrl url(Endpoint endpoint) {
        HttpUrl.Builder url = endpoint.path("api/models")
                .addQueryParameter("sort", order.sort().wire)
                .addQueryParameter("direction", order.ascending() ? "1" : "-1")
                .addQueryParameter("limit", String.valueOf(pageSize));
        filters.forEach(filter -> url.addQueryParameter(filter.name(), filter.value()));
        switch (fields) {
            case Fields.Switches(boolean full, boolean config, boolean cardData) -> {
                flag(url, "full", full);
                flag(url, "config", config);
                flag(url, "cardData", cardData);
            }
            case Fields.Expand(Set<ModelField> names) ->
                names.stream().sorted().forEach(name -> url.addQueryParameter("expand", name.wire()));
        }
        start.ifPresent(cursor -> url.addQueryParameter("cursor", cursor.value()));
        return url.build();
    }

    private static void flag(HttpUrl.Builder url, String name, boolean value) {
        if (value) {
            url.addQueryParameter(name, "true");
        }
    }
}
