package licet.registry.sync;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.Answer;
import licet.ingest.hub.Cursor;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubCollection;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.ListQuery;
import licet.ingest.hub.ListedModel;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.ModelPage;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.watch.Target;

/** Asks for the list behind a watch, one page at a time. */
@Singleton
final class HubLists {
    /** Of a collection in one step: each is a request of its own. */
    private static final int MEMBERS = 50;

    private final HubClient hub;

    HubLists(HubClient hub) {
        this.hub = hub;
    }

    HubResult<ModelPage> page(Target target, Optional<Cursor> from) {
        var everything = ListQuery.everything();
        return switch (target) {
            case Target.Developer(var owner) -> page(everything.author(owner), from);
            case Target.Family(var owner, var words) ->
                page(everything.author(owner).search(words), from);
            case Target.Search(var words) -> page(everything.search(words), from);
            case Target.WholeHub() -> page(everything, from);
            case Target.Model(var id) -> single(id);
            case Target.Collection(var slug) ->
                hub.collection(slug).flatMap(collection -> members(collection, position(from)));
        };
    }

    private HubResult<ModelPage> page(ListQuery query, Optional<Cursor> from) {
        return hub.modelPage(from.map(query::after).orElse(query));
    }

    private HubResult<ModelPage> single(RepoId id) {
        return hub.modelInfo(id, Revision.MAIN)
                .map(Answer::value)
                .map(info -> new ModelPage(List.of(listed(info)), 1, Optional.empty(), 1));
    }

    /** A collection names its members and says nothing of them, so each is asked for. */
    private HubResult<ModelPage> members(HubCollection collection, int from) {
        var ids = collection.items().stream()
                .flatMap(item -> item.findModel().stream())
                .distinct()
                .toList();
        int start = Math.min(from, ids.size());
        int end = Math.min(ids.size(), start + MEMBERS);
        var found = new ArrayList<ListedModel>();
        for (var id : ids.subList(start, end)) {
            switch (hub.modelInfo(id, Revision.MAIN)) {
                case HubResult.Found<Answer<ModelInfo>>(var info) -> found.add(listed(info.value()));
                case HubResult.Refused<Answer<ModelInfo>>(var problem) -> {
                    if (HubTrouble.of(problem).passing()) {
                        return new HubResult.Refused<>(problem);
                    }
                }
            }
        }
        var next = end < ids.size() ? Optional.of(new Cursor(Integer.toString(end))) : Optional.<Cursor>empty();
        return new HubResult.Found<>(new ModelPage(found, end - start, next, MEMBERS));
    }

    private static int position(Optional<Cursor> from) {
        return from.map(cursor -> Integer.parseInt(cursor.value())).orElse(0);
    }

    private static ListedModel listed(ModelInfo info) {
        var identity = info.identity();
        var state = info.state();
        var labels = info.labels();
        return new ListedModel(
                info.id(),
                identity.objectId(),
                identity.commit(),
                identity.lastModified(),
                identity.createdAt(),
                state.gating(),
                state.disabled(),
                labels.tags(),
                labels.pipelineTag(),
                labels.libraryName(),
                state.downloads(),
                state.likes());
    }
}
