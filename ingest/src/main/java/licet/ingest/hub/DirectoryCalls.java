package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** What is on the Hub beside models: accounts, collections, tags, datasets. */
final class DirectoryCalls {
    private static final Pattern SLUG = Pattern.compile("(\\w[\\w.\\-]{0,99})/(\\w[\\w.\\-]{0,199})");
    private static final Pattern NAME = Pattern.compile("\\w[\\w.\\-]{0,99}");
    private static final int COLLECTIONS_A_PAGE = 100;

    private final Asker asker;

    DirectoryCalls(Asker asker) {
        this.asker = asker;
    }

    HubResult<Account> organization(String name) {
        return account("organizations", name, Account.Kind.ORGANIZATION);
    }

    HubResult<Account> user(String name) {
        return account("users", name, Account.Kind.USER);
    }

    HubResult<HubCollection> collection(String slug) {
        check(SLUG, slug, "collection");
        return value(url("api/collections/" + slug), "collection", DirectoryReader::findCollection);
    }

    HubResult<List<HubCollection>> collections(CollectionQuery query) {
        HttpUrl.Builder url = asker.endpoint()
                .path("api/collections")
                .addQueryParameter("sort", "lastModified")
                .addQueryParameter("limit", String.valueOf(Math.min(COLLECTIONS_A_PAGE, query.limit())));
        query.owner().ifPresent(value -> url.addQueryParameter("owner", value));
        query.item().ifPresent(value -> url.addQueryParameter("item", value));
        query.search().ifPresent(value -> url.addQueryParameter("q", value));
        var found = new ArrayList<HubCollection>();
        return asker.pages(
                        url.build(),
                        Pager.CURSOR,
                        ProblemReader.Target.LISTING,
                        ItemReader.ofTree(DirectoryReader::findCollection),
                        page -> {
                            found.addAll(page.items());
                            return found.size() < query.limit();
                        })
                .map(done -> List.copyOf(found.subList(0, Math.min(found.size(), query.limit()))));
    }

    HubResult<List<HubTag>> tags(String type) {
        HttpUrl url = asker.endpoint()
                .path("api/models-tags-by-type")
                .addQueryParameter("type", type)
                .build();
        return asker.json(url, ProblemReader.Target.LISTING).map(document -> DirectoryReader.tags(document.json()));
    }

    HubResult<Answer<DatasetInfo>> dataset(RepoId id, Revision revision) {
        String at = revision.equals(Revision.MAIN) ? "" : "/revision/" + revision.encoded();
        HttpUrl url = url("api/datasets/" + id.value() + at);
        var asking = new JsonAsking(Outgoing.get(url), asker.settings().limits().jsonBytes());
        return asker.ask(asking, ProblemReader.Target.REPOSITORY).flatMap(read -> {
            var validator = Validator.find(read.head(), asker.settings().caller());
            var origin = new Answer.Origin(Optional.of(id), validator);
            return DatasetReader.find(read.value().json())
                    .<HubResult<Answer<DatasetInfo>>>map(info -> new HubResult.Found<>(
                            new Answer<>(info, read.value().raw(), origin)))
                    .orElseGet(() -> Asker.failed("the answer names no repository"));
        });
    }

    private HubResult<Account> account(String kinds, String name, Account.Kind kind) {
        check(NAME, name, "account");
        return value(
                url("api/" + kinds + "/" + name + "/overview"),
                "account",
                json -> DirectoryReader.findAccount(json, kind));
    }

    private <T> HubResult<T> value(HttpUrl url, String what, Function<JsonNode, Optional<T>> reader) {
        return asker.json(url, ProblemReader.Target.PAGE)
                .flatMap(document -> reader.apply(document.json())
                        .<HubResult<T>>map(HubResult.Found::new)
                        .orElseGet(() -> Asker.failed("the answer is no " + what)));
    }

    /** Names become parts of an address: what is none must not reach it. */
    private static void check(Pattern shape, String name, String what) {
        if (!shape.matcher(name).matches() || name.contains("..")) {
            throw new IllegalArgumentException("'%s' is not the name of a Hub %s".formatted(name, what));
        }
    }

    private HttpUrl url(String path) {
        return asker.endpoint().path(path).build();
    }
}
