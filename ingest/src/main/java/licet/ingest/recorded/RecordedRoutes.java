package licet.ingest.recorded;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoId;

/** Answers requests as the Hub does: descriptions are open, files of gated repositories are not, old names redirect. */
final class RecordedRoutes {
    private static final int TREE_PAGE = 1000;
    private static final int LIST_PAGE = 100;

    private final Supplier<RecordedModels> models;
    private final String endpoint;

    RecordedRoutes(Supplier<RecordedModels> models, String endpoint) {
        this.models = models;
        this.endpoint = endpoint;
    }

    HubReply answer(URI uri, boolean authorized) {
        List<String> path = segments(uri.getRawPath());
        Query query = Query.parse(uri.getRawQuery());
        if (path.size() == 2 && path.equals(List.of("api", "models"))) {
            return list(query);
        }
        if (path.size() == 4 && path.subList(0, 2).equals(List.of("api", "collections"))) {
            return collection(path.get(2) + "/" + path.get(3));
        }
        if (path.size() >= 4 && path.subList(0, 2).equals(List.of("api", "models"))) {
            return inRepository(uri, path.subList(2, 4), authorized, model -> api(model, path, query));
        }
        if (path.size() >= 7 && path.subList(0, 3).equals(List.of("api", "resolve-cache", "models"))) {
            return inRepository(
                    uri,
                    path.subList(3, 5),
                    authorized,
                    model -> file(model.at(path.get(5)).orElse(model), String.join("/", path.subList(6, path.size()))));
        }
        if (path.size() >= 5 && path.get(2).equals("resolve")) {
            return inRepository(uri, path.subList(0, 2), authorized, model -> resolve(model, uri, path));
        }
        return HubReply.error(404, "", "Sorry, we can't find the page you are looking for.");
    }

    private HubReply collection(String slug) {
        return models.get()
                .findCollection(slug)
                .map(members -> HubReply.json(ModelJson.collection(slug, members)))
                .orElseGet(() -> HubReply.error(404, "", "Collection not found"));
    }

    private HubReply inRepository(
            URI uri, List<String> name, boolean authorized, Function<RecordedModel, HubReply> answer) {
        Optional<RepoId> id = RepoId.find(String.join("/", name));
        Optional<RecordedModel> model = id.flatMap(models.get()::find);
        if (model.isPresent()) {
            return answer.apply(model.get());
        }
        Optional<RepoId> current = id.flatMap(models.get()::findCurrentName);
        if (current.isPresent()) {
            String location = uri.getRawPath()
                    .replaceFirst(String.join("/", name), current.get().value());
            return HubReply.redirect(307, uri.getRawQuery() == null ? location : location + "?" + uri.getRawQuery());
        }
        return authorized
                ? HubReply.error(404, "RepoNotFound", "Repository not found")
                : HubReply.error(401, "", "Invalid username or password.");
    }

    private HubReply api(RecordedModel model, List<String> path, Query query) {
        if (path.size() == 4) {
            return description(model, query);
        }
        String revision = path.size() > 5 ? path.get(5) : "";
        var then = model.at(revision);
        if (then.isEmpty()) {
            return unknownRevision(revision);
        }
        return switch (path.get(4)) {
            case "revision" -> description(then.get(), query);
            case "tree" -> model.isGated() ? gated(model) : tree(then.get(), query);
            case "commits" -> model.isGated() ? gated(model) : HubReply.json(ModelJson.log(then.get()));
            default -> HubReply.error(404, "", "Not Found");
        };
    }

    private static HubReply description(RecordedModel model, Query query) {
        return HubReply.json(ModelJson.single(model, query.flag("blobs"), query.flag("securityStatus")));
    }

    private HubReply tree(RecordedModel model, Query query) {
        var entries = model.files().stream()
                .map(file -> ModelJson.treeEntry(model, file))
                .toList();
        return page(entries, query, TREE_PAGE, "/api/models/" + model.id() + "/tree/main");
    }

    private HubReply list(Query query) {
        var items = models.get().list().stream()
                .filter(m -> query.find("author")
                        .map(a -> m.id().owner().equals(Optional.of(a)))
                        .orElse(true))
                .filter(m -> query.find("search")
                        .map(s -> m.id().value().contains(s))
                        .orElse(true))
                .filter(m -> ModelJson.tags(m).containsAll(query.all("filter")))
                .map(ModelJson::item)
                .toList();
        return page(items, query, LIST_PAGE, "/api/models");
    }

    /** The cursor names the next item; clients must not look into it. */
    private HubReply page(List<?> items, Query query, int size, String path) {
        int from = Math.min(
                items.size(), query.find("cursor").map(RecordedRoutes::position).orElse(0));
        int to = Math.min(items.size(), from + Math.clamp(query.number("limit", size), 1, 1000));
        HubReply reply = HubReply.json(items.subList(from, to));
        if (to == items.size()) {
            return reply;
        }
        String cursor = Base64.getEncoder().encodeToString(("{\"at\":" + to + "}").getBytes(StandardCharsets.UTF_8));
        return reply.with("Link", "<" + endpoint + path + "?" + query.withCursor(cursor) + ">; rel=\"next\"");
    }

    private static int position(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(text.replaceAll("\\D", ""));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private HubReply resolve(RecordedModel model, URI uri, List<String> path) {
        var then = model.at(path.get(3));
        if (then.isEmpty()) {
            return unknownRevision(path.get(3));
        }
        if (model.isDisabled()) {
            return HubReply.error(403, "", "Access to this resource is disabled.");
        }
        if (model.isGated()) {
            return gated(model);
        }
        Optional<RecordedFile> file = then.get().find(String.join("/", path.subList(4, path.size())));
        if (file.map(RecordedFile::content)
                .filter(RecordedFile.Content.Withheld.class::isInstance)
                .isPresent()) {
            return HubReply.error(403, "", "The recorded Hub does not hold this file.");
        }
        return file.map(f -> located(then.get(), f, uri))
                .orElseGet(() -> HubReply.error(404, "EntryNotFound", "Entry not found"));
    }

    /** A small file is one relative redirect away, a large one lies with a content network that does not exist here. */
    private static HubReply located(RecordedModel model, RecordedFile file, URI uri) {
        String[] raw = uri.getRawPath().split("/", 6);
        String oid = file.blobOid(model.id().value());
        HubReply reply = file.lfsSha256().isPresent()
                ? HubReply.redirect(
                        302,
                        "https://content.recorded.invalid/" + file.lfsSha256().get())
                : HubReply.redirect(
                        307, "/api/resolve-cache/models/" + model.id() + "/" + model.commit() + "/" + raw[5]);
        return reply.with("X-Repo-Commit", model.commit())
                .with("X-Linked-ETag", "\"" + file.lfsSha256().orElse(oid) + "\"")
                .with("X-Linked-Size", String.valueOf(file.size()));
    }

    private static HubReply file(RecordedModel model, String path) {
        return model.find(path)
                .map(RecordedFile::content)
                .filter(RecordedFile.Content.Small.class::isInstance)
                .map(content -> ((RecordedFile.Content.Small) content).body())
                .map(body -> content(model, body))
                .orElseGet(() -> HubReply.error(404, "EntryNotFound", "Entry not found"));
    }

    private static HubReply content(RecordedModel model, Payload body) {
        return new HubReply(200, Map.of("Content-Type", "text/plain; charset=utf-8"), body)
                .with("ETag", "\"" + body.gitBlobOid() + "\"")
                .with("X-Repo-Commit", model.commit());
    }

    private static HubReply gated(RecordedModel model) {
        return HubReply.error(
                401,
                "GatedRepo",
                "Access to model %s is restricted and you are not in the authorized list.".formatted(model.id()));
    }

    private static HubReply unknownRevision(String revision) {
        return HubReply.error(404, "RevisionNotFound", "Invalid rev id: " + revision);
    }

    private static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.split("/"))
                .filter(s -> !s.isEmpty())
                .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
