package licet.ingest.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Recognizes addresses of models on the Hub in text that people wrote. */
public final class ModelLink {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:https?://)?(?:www\\.)?(?:huggingface\\.co|hf\\.co)/([\\w.\\-]{1,96})/([\\w.\\-]{1,96})");
    /** First segments of the Hub's own pages, which no namespace can have. */
    private static final Set<String> PAGES = Set.of(
            "api",
            "blog",
            "buckets",
            "chat",
            "collections",
            "datasets",
            "docs",
            "join",
            "learn",
            "login",
            "models",
            "new",
            "organizations",
            "papers",
            "posts",
            "pricing",
            "settings",
            "spaces",
            "tasks",
            "welcome");

    private ModelLink() {}

    /** Every model whose address stands in the text, in order, each once. */
    public static List<RepoId> list(String text) {
        List<RepoId> found = new ArrayList<>();
        ADDRESS.matcher(text)
                .results()
                .map(ModelLink::id)
                .flatMap(Optional::stream)
                .filter(id -> !found.contains(id))
                .forEach(found::add);
        return List.copyOf(found);
    }

    /** The model that a card field means, written as an id or as an address. A local path means none. */
    public static Optional<RepoId> find(String reference) {
        String text = reference.strip();
        List<RepoId> linked = list(text);
        if (!linked.isEmpty()) {
            return Optional.of(linked.getFirst());
        }
        return text.startsWith("/") || text.contains("://") ? Optional.empty() : RepoId.find(text);
    }

    /** True for the first segment of an address that no namespace can have. */
    static boolean isPage(String segment) {
        return PAGES.contains(segment.toLowerCase(Locale.ROOT));
    }

    private static Optional<RepoId> id(MatchResult address) {
        if (isPage(address.group(1))) {
            return Optional.empty();
        }
        String name = address.group(2).replaceAll("[.\\-]+$", "");
        return RepoId.find(address.group(1) + "/" + name);
    }
}
