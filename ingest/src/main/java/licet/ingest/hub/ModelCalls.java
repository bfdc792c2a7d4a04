package licet.ingest.hub;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/** Models, single and listed. */
final class ModelCalls {
    private final Asker asker;

    ModelCalls(Asker asker) {
        this.asker = asker;
    }

    HubResult<Answer<ModelInfo>> info(RepoId id, Revision revision) {
        var asking = new JsonAsking(
                Outgoing.get(infoUrl(id, revision)), asker.settings().limits().jsonBytes());
        return asker.ask(asking, ProblemReader.Target.REPOSITORY)
                .flatMap(read -> answer(id, read.head(), read.value()));
    }

    HubResult<Conditional<Answer<ModelInfo>>> infoIfChanged(RepoId id, Revision revision, Validator known) {
        var asking = new ConditionalAsking(
                infoUrl(id, revision),
                known,
                asker.settings().caller(),
                asker.settings().limits().jsonBytes());
        return asker.ask(asking, ProblemReader.Target.REPOSITORY)
                .flatMap(read -> read.value()
                        .map(document -> answer(id, read.head(), document)
                                .<Conditional<Answer<ModelInfo>>>map(Conditional.Changed::new))
                        .orElseGet(() -> new HubResult.Found<>(new Conditional.Unchanged<>())));
    }

    HubResult<ModelPage> page(ListQuery query) {
        return asker.page(
                        query.url(asker.endpoint()),
                        Pager.CURSOR,
                        ProblemReader.Target.LISTING,
                        ListedModelReader::find)
                .flatMap(page -> {
                    if (page.next() instanceof NextPage.Step.Refused(String reason) && page.received() > 0) {
                        return Asker.failed(reason);
                    }
                    return new HubResult.Found<>(modelPage(page, query.start()));
                });
    }

    HubResult<Integer> pages(ListQuery query, Predicate<ModelPage> wantsMore) {
        var count = new AtomicInteger();
        return asker.pages(
                        query.url(asker.endpoint()),
                        Pager.CURSOR,
                        ProblemReader.Target.LISTING,
                        ListedModelReader::find,
                        page -> {
                            count.incrementAndGet();
                            return wantsMore.test(modelPage(page, query.start()));
                        })
                .map(_ -> count.get());
    }

    HubResult<List<ModelInfo>> list(ModelQuery query) {
        if (query.limit() == 0) {
            return new HubResult.Found<>(List.of());
        }
        var found = new ModelList(query.limit());
        return asker.pages(
                        query.query().url(asker.endpoint()),
                        Pager.CURSOR,
                        ProblemReader.Target.LISTING,
                        ItemReader.ofTree(ModelInfoReader::find),
                        found::add)
                .map(_ -> found.models());
    }

    /** A page that leads to itself, and an empty one, have nothing after them. */
    private static ModelPage modelPage(Page<ListedModel> page, Optional<Cursor> start) {
        Optional<Cursor> next = page.received() > 0 && page.next() instanceof NextPage.Step.Cursor(String value)
                ? Optional.of(new Cursor(value)).filter(cursor -> !start.equals(Optional.of(cursor)))
                : Optional.empty();
        return new ModelPage(page.items(), page.received(), next, PageAsking.size(page.asked()));
    }

    private HttpUrl infoUrl(RepoId id, Revision revision) {
        String at = revision.equals(Revision.MAIN) ? "" : "/revision/" + revision.encoded();
        return asker.endpoint()
                .path("api/models/" + id.value() + at)
                .addQueryParameter("blobs", "true")
                .addQueryParameter("securityStatus", "true")
                .build();
    }

    private HubResult<Answer<ModelInfo>> answer(RepoId asked, Head head, HubJson.Document document) {
        Optional<Validator> validator = Validator.find(head, asker.settings().caller());
        var origin = new Answer.Origin(Optional.of(asked), validator);
        return ModelInfoReader.find(document.json())
                .<HubResult<Answer<ModelInfo>>>map(
                        info -> new HubResult.Found<>(new Answer<>(info, document.raw(), origin)))
                .orElseGet(() -> Asker.failed("the answer names no repository"));
    }
}
