package licet.registry.sync;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import licet.registry.catalog.Denials;
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

    /**
     * A page of what a watch covers.
     *
     * @param denied members that the Hub names and has no longer
     */
    record Listed(ModelPage page, Map<RepoId, Denials.Denial> denied) {
        Listed {
            denied = Map.copyOf(denied);
        }

        private static Listed of(ModelPage page) {
            return new Listed(page, Map.of());
        }
    }

    HubResult<Listed> page(Target target, Optional<Cursor> from) {
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

    private HubResult<Listed> page(ListQuery query, Optional<Cursor> from) {
        return hub.modelPage(from.map(query::after).orElse(query)).map(Listed::of);
    }

    private HubResult<Listed> single(RepoId id) {
        return hub.modelInfo(id, Revision.MAIN)
                .map(Answer::value)
                .map(info -> Listed.of(new ModelPage(List.of(listed(info)), 1, Optional.empty(), 1)));
    }

    /** A collection names its members and says nothing of them, so each is asked for. */
    private HubResult<Listed> members(HubCollection collection, int from) {
        var ids = collection.items().stream()
                .flatMap(item -> item.findModel().stream())
                .distinct()
                .toList();
        int start = Math.min(from, ids.size());
        int end = Math.min(ids.size(), start + MEMBERS);
        // Two names can lead to one model that moved.
        var found = new LinkedHashMap<RepoId, ListedModel>();
        int unreadable = 0;
        var denied = new LinkedHashMap<RepoId, Denials.Denial>();
        for (var id : ids.subList(start, end)) {
            switch (hub.modelInfo(id, Revision.MAIN)) {
                case HubResult.Found<Answer<ModelInfo>>(var info) ->
                    found.put(info.value().id(), listed(info.value()));
                case HubResult.Refused<Answer<ModelInfo>>(var problem) -> {
                    if (HubTrouble.of(problem).passing()) {
                        return new HubResult.Refused<>(problem);
                    }
                    HubTrouble.denial(problem).ifPresent(denial -> denied.put(id, denial));
                    unreadable += denied.containsKey(id) ? 0 : 1;
                }
            }
        }
        var next = end < ids.size() ? Optional.of(new Cursor(Integer.toString(end))) : Optional.<Cursor>empty();
        var page = new ModelPage(List.copyOf(found.values()), found.size() + unreadable, next, MEMBERS);
        return new HubResult.Found<>(new Listed(page, denied));
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
