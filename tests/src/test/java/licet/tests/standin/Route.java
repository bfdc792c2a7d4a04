package licet.tests.standin;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** What a request asks for. */
sealed interface Route {
    record ModelList(Query query) implements Route {}

    record Description(String id, String revision, Query query) implements Route {}

    record Tree(String id, String revision, String path, Query query) implements Route {}

    record PathsInfo(String id, String revision) implements Route {}

    record Commits(String id, String revision, Query query) implements Route {}

    record Refs(String id) implements Route {}

    /** The address of a file, which redirects to its content. */
    record Resolve(String id, String revision, String path) implements Route {}

    /** What git holds of a file. */
    record Raw(String id, String revision, String path) implements Route {}

    /** Where the address of a small file leads. */
    record Cached(String id, String revision, String path) implements Route {}

    /** Where the address of a large file leads, on another host. */
    record Content(String id, String revision, String path) implements Route {}

    record Unknown() implements Route {}

    static Route parse(URI uri) {
        List<String> path = Arrays.stream(uri.getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> Query.decode(part.replace("+", "%2B")))
                .toList();
        Query query = Query.parse(uri.getRawQuery());
        if (path.size() >= 2 && path.subList(0, 2).equals(List.of("api", "models"))) {
            return path.size() == 2 ? new ModelList(query) : api(path.subList(2, path.size()), query);
        }
        if (path.size() >= 7 && path.subList(0, 3).equals(List.of("api", "resolve-cache", "models"))) {
            return new Cached(id(path, 3), path.get(5), join(path, 6));
        }
        if (path.size() >= 5 && path.getFirst().equals("content")) {
            return new Content(id(path, 1), path.get(3), join(path, 4));
        }
        if (path.size() >= 5 && path.get(2).equals("resolve")) {
            return new Resolve(id(path, 0), path.get(3), join(path, 4));
        }
        return path.size() >= 5 && path.get(2).equals("raw")
                ? new Raw(id(path, 0), path.get(3), join(path, 4))
                : new Unknown();
    }

    private static Route api(List<String> path, Query query) {
        if (path.size() < 2) {
            return new Description(path.getFirst(), "main", query);
        }
        String id = id(path, 0);
        String revision = path.size() > 3 ? path.get(3) : "";
        return switch (path.size() == 2 ? "" : path.get(2)) {
            case "" -> new Description(id, "main", query);
            case "revision" -> new Description(id, revision, query);
            case "tree" -> new Tree(id, revision, join(path, 4), query);
            case "paths-info" -> new PathsInfo(id, revision);
            case "commits" -> new Commits(id, revision, query);
            case "refs" -> new Refs(id);
            default -> new Unknown();
        };
    }

    private static String id(List<String> path, int at) {
        return path.get(at) + "/" + path.get(at + 1);
    }

    private static String join(List<String> path, int from) {
        return String.join("/", path.subList(Math.min(from, path.size()), path.size()));
    }
}
