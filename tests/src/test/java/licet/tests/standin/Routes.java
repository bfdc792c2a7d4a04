package licet.tests.standin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers as the Hub does: descriptions are open, files of gated models want a token, old names redirect. */
final class Routes {
    private static final int TREE_PAGE = 1000;
    private static final int EXPANDED_TREE_PAGE = 50;
    private static final int COMMITS_PAGE = 50;

    private final Supplier<World> world;
    private final String endpoint;
    private final String contentHost;

    /** @param contentHost where large files lie, so that they are on another host than the rest */
    Routes(Supplier<World> world, String endpoint, String contentHost) {
        this.world = world;
        this.endpoint = endpoint;
        this.contentHost = contentHost;
    }

    /** @param body of the request, where it has one */
    Reply answer(URI uri, Route route, boolean authorized, String body) {
        return switch (route) {
            case Route.ModelList(Query query) -> Listing.answer(world.get(), query, endpoint);
            case Route.Description(var id, var revision, var query) ->
                at(uri, id, revision, authorized, model -> description(model, query));
            case Route.Tree(var id, var revision, var path, var query) ->
                files(uri, id, revision, authorized, model -> tree(model, uri, path, query));
            case Route.PathsInfo(var id, var revision) ->
                files(uri, id, revision, authorized, model -> pathsInfo(model, body));
            case Route.Commits(var id, var revision, var query) ->
                files(uri, id, revision, authorized, model -> commits(model, uri, query));
            case Route.Refs(var id) -> at(uri, id, "main", authorized, Routes::refs);
            case Route.Resolve(var id, var revision, var path) ->
                files(uri, id, revision, authorized, model -> resolve(model, path));
            case Route.Raw(var id, var revision, var path) ->
                files(uri, id, revision, authorized, model -> content(model, path, true));
            case Route.Cached(var id, var revision, var path) ->
                files(uri, id, revision, authorized, model -> content(model, path, false));
            case Route.Content(var id, var revision, var path) ->
                at(uri, id, revision, authorized, model -> content(model, path, false));
            case Route.Unknown _ -> Reply.error(404, "", "Sorry, we can't find the page you are looking for.");
        };
    }

    private Reply at(URI uri, String id, String revision, boolean authorized, Function<Model, Reply> answer) {
        Optional<Model> model = world.get().find(id);
        if (model.isEmpty()) {
            return authorized
                    ? Reply.error(404, "RepoNotFound", "Repository not found")
                    : Reply.error(401, "", "Invalid username or password.");
        }
        if (!model.get().id().equals(id)) {
            return Reply.redirect(307, uri.toString().replace(id, model.get().id()));
        }
        return model.get()
                .at(revision)
                .map(answer)
                .orElseGet(() -> Reply.error(404, "RevisionNotFound", "Invalid rev id: " + revision));
    }

    private Reply files(URI uri, String id, String revision, boolean authorized, Function<Model, Reply> answer) {
        return at(uri, id, revision, authorized, model -> {
            if (model.past().disabled()) {
                return Reply.error(403, "", "Access to this resource is disabled.");
            }
            return model.isGated() && !authorized
                    ? Reply.error(
                            401, "GatedRepo", "Access to model %s is restricted. Please log in.".formatted(model.id()))
                    : answer.apply(model);
        });
    }

    private static Reply description(Model model, Query query) {
        Optional<Set<Field>> fields = Field.described(query);
        return fields.isEmpty()
                ? Reply.error(400, "", "Invalid expand value")
                : Reply.json(json -> ModelJson.object(json, model, fields.get(), query.flag("blobs")));
    }

    private Reply tree(Model model, URI uri, String path, Query query) {
        boolean expand = query.flag("expand");
        List<TreeEntry> entries = TreeEntry.below(model, path, query.flag("recursive"));
        int page = Math.clamp(query.number("limit", TREE_PAGE), 1, expand ? EXPANDED_TREE_PAGE : TREE_PAGE);
        int from = Math.min(query.number("cursor", 0), entries.size());
        int to = Math.min(from + page, entries.size());
        Reply reply = Reply.json(json -> {
            json.writeStartArray();
            for (TreeEntry entry : entries.subList(from, to)) {
                entry.write(json, model, expand);
            }
            json.writeEndArray();
        });
        return to == entries.size() ? reply : reply.with("Link", link(uri, query.with("cursor", "" + to)));
    }

    private static Reply pathsInfo(Model model, String body) {
        Set<String> paths = new TreeSet<>(PathsInfoRequest.paths(body));
        return Reply.json(json -> {
            json.writeStartArray();
            for (RepoEntry file : RepoFiles.of(model)) {
                if (paths.contains(file.path())) {
                    FileJson.treeEntry(json, model, file, PathsInfoRequest.expand(body));
                }
            }
            json.writeEndArray();
        });
    }

    private Reply commits(Model model, URI uri, Query query) {
        List<Integer> pushes = model.pushes();
        int size = Math.clamp(query.number("limit", COMMITS_PAGE), 1, 1000);
        int page = query.number("p", 0);
        int from = (int) Math.min((long) page * size, pushes.size());
        int to = Math.min(from + size, pushes.size());
        Reply reply = Reply.json(json -> {
            json.writeStartArray();
            for (int push : pushes.subList(from, to)) {
                json.writeObject(Map.of(
                        "id", model.commitOf(push),
                        "title", "Push " + push,
                        "message", "",
                        "authors", List.of(Map.of("user", model.owner(), "avatar", "")),
                        "date", ModelJson.time(model.pushedAt(push))));
            }
            json.writeEndArray();
        });
        Reply counted = reply.with("X-Total-Count", "" + pushes.size());
        return to == pushes.size() ? counted : counted.with("Link", link(uri, query.with("p", "" + (page + 1))));
    }

    private static Reply refs(Model model) {
        var main = Map.of("name", "main", "ref", "refs/heads/main", "targetCommit", model.commit());
        return Reply.json(
                json -> json.writeObject(Map.of("branches", List.of(main), "tags", List.of(), "converts", List.of())));
    }

    private Reply resolve(Model model, String path) {
        Optional<RepoEntry> file = RepoFiles.find(model, path);
        if (file.isEmpty()) {
            return missing();
        }
        String place = "/" + model.id() + "/" + model.commit() + "/" + Paths.encode(path);
        return switch (file.get()) {
            case RepoEntry.Small small -> {
                byte[] bytes = small.content().get();
                yield linked(
                        Reply.redirect(307, "/api/resolve-cache/models" + place + "?etag=" + small.oid(bytes)),
                        model,
                        small.oid(bytes),
                        bytes.length);
            }
            case RepoEntry.Large large ->
                linked(
                        Reply.redirect(302, contentHost + "/content" + place),
                        model,
                        large.sha256(),
                        large.head().size());
        };
    }

    private static Reply linked(Reply reply, Model model, String etag, long size) {
        return reply.with("X-Repo-Commit", model.commit())
                .with("X-Linked-ETag", "\"" + etag + "\"")
                .with("X-Linked-Size", "" + size)
                .with("Accept-Ranges", "bytes");
    }

    /** @param raw whether the pointer is wanted where the content lies beside git */
    private static Reply content(Model model, String path, boolean raw) {
        Optional<RepoEntry> file = RepoFiles.find(model, path);
        return file.map(entry -> switch (entry) {
                    case RepoEntry.Small small -> {
                        byte[] bytes = small.content().get();
                        yield Reply.content(200, bytes).with("ETag", "\"" + small.oid(bytes) + "\"");
                    }
                    case RepoEntry.Large large when raw -> Reply.content(200, large.pointer());
                    case RepoEntry.Large large ->
                        new Reply(
                                200,
                                Map.of("Content-Type", "application/octet-stream", "ETag", "\"" + large.oid() + "\""),
                                new Reply.Body.Large(large.head()));
                })
                .map(reply -> reply.with("X-Repo-Commit", model.commit()))
                .orElseGet(Routes::missing);
    }

    private static Reply missing() {
        return Reply.error(404, "EntryNotFound", "Entry not found");
    }

    private String link(URI uri, String query) {
        return "<%s%s?%s>; rel=\"next\"".formatted(endpoint, uri.getRawPath(), query);
    }
}
