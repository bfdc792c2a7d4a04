package licet.ingest.hub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** The repository that an address of the Hub belongs to, be it its page, one of its files or an answer about it. */
public record HubAddress(RepoType type, RepoId id) {
    private static final Set<String> HOSTS =
            Set.of("huggingface.co", "www.huggingface.co", "hf.co", "hub-ci.huggingface.co");
    /** What can follow a repository's name; after one segment it shows that the name has only one. */
    private static final Set<String> PARTS = Set.of(
            "blob",
            "commit",
            "commits",
            "discussions",
            "edit",
            "paths-info",
            "raw",
            "refs",
            "resolve",
            "revision",
            "scan",
            "settings",
            "tree",
            "treesize");

    /** Empty for another host, and for pages of the Hub that belong to no repository. */
    public static Optional<HubAddress> find(String address) {
        HttpUrl url = HttpUrl.parse(address.strip());
        if (url == null || !HOSTS.contains(url.host())) {
            return Optional.empty();
        }
        List<String> path =
                url.pathSegments().stream().filter(s -> !s.isEmpty()).toList();
        boolean api = !path.isEmpty() && path.getFirst().equals("api");
        return typed(api ? path.subList(1, path.size()) : path, api);
    }

    private static Optional<HubAddress> typed(List<String> path, boolean api) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "models" -> api ? named(RepoType.MODEL, rest) : Optional.empty();
            case "datasets" -> named(RepoType.DATASET, rest);
            case "spaces" -> named(RepoType.SPACE, rest);
            default -> api || ModelLink.isPage(path.getFirst()) ? Optional.empty() : named(RepoType.MODEL, path);
        };
    }

    private static Optional<HubAddress> named(RepoType type, List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        boolean single = path.size() == 1 || PARTS.contains(path.get(1));
        String name = single ? path.getFirst() : path.get(0) + "/" + path.get(1);
        return RepoId.find(name).map(id -> new HubAddress(type, id));
    }
}
