package licet.registry.decision;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;

/**
 * A model as pipelines write it: {@code owner/name}, that with {@code @revision}, {@code hf://}, an address of the Hub, or a
 * package URL.
 *
 * @param revision empty where none was written
 */
public record ModelReference(RepoId model, Optional<Revision> revision) {
    private static final String HUB_SCHEME = "hf://";
    private static final String PURL_SCHEME = "pkg:";
    private static final String PURL_TYPE = "huggingface";
    private static final Set<String> HOSTS = Set.of("huggingface.co", "www.huggingface.co", "hf.co");

    /** Parts of an address after which a revision comes. */
    private static final Set<String> VIEWS = Set.of("tree", "blob", "resolve", "raw", "commit", "commits");

    private static final Pattern FILE_OF_COMMIT = Pattern.compile("[0-9a-f]{40}/.*");
    static final String MEND =
            "write owner/name, owner/name@revision, hf://owner/name, an address of huggingface.co, or"
                    + " pkg:huggingface/owner/name@revision";

    /** @throws licet.registry.platform.problem.ProblemException malformed, naming the field {@code model} */
    public static ModelReference parse(String text) {
        String given = text.strip();
        String scheme = given.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(PURL_SCHEME)) {
            return packageUrl(given);
        }
        if (scheme.startsWith(HUB_SCHEME)) {
            return path(given, given.substring(HUB_SCHEME.length()), true);
        }
        if (scheme.startsWith("https://") || scheme.startsWith("http://")) {
            return address(given);
        }
        return path(given, given, false);
    }

    private static ModelReference packageUrl(String given) {
        try {
            var parsed = new PackageURL(given);
            if (!parsed.getType().equals(PURL_TYPE)) {
                throw malformed(given);
            }
            var owner = Optional.ofNullable(parsed.getNamespace())
                    .map(space -> space + "/")
                    .orElse("");
            return of(given, owner + parsed.getName(), Optional.ofNullable(parsed.getVersion()));
        } catch (MalformedPackageURLException refused) {
            throw malformed(given);
        }
    }

    /** @param colon whether a revision can come after a colon, as some servers write it */
    private static ModelReference path(String given, String path, boolean colon) {
        int at = path.indexOf('@');
        int cut = at >= 0 ? at : colon ? path.indexOf(':') : -1;
        return cut < 0
                ? of(given, path, Optional.empty())
                : of(given, path.substring(0, cut), Optional.of(path.substring(cut + 1)));
    }

    private static ModelReference address(String given) {
        var uri = uri(given);
        var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        var parts = parts(Optional.ofNullable(uri.getRawPath()).orElse(""));
        if (!HOSTS.contains(host) || parts.size() < 2) {
            throw malformed(given);
        }
        String model = parts.get(0) + "/" + parts.get(1);
        return parts.size() > 3 && VIEWS.contains(parts.get(2))
                ? of(given, model, Optional.of(parts.get(3)))
                : of(given, model, Optional.empty());
    }

    private static URI uri(String given) {
        try {
            return URI.create(given);
        } catch (IllegalArgumentException refused) {
            throw malformed(given);
        }
    }

    private static List<String> parts(String rawPath) {
        return Arrays.stream(rawPath.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    /** Repositories of another kind have their kind before their name. */
    private static ModelReference of(String given, String model, Optional<String> revision) {
        var id = RepoId.find(model).filter(known -> known.owner().isPresent()).orElseThrow(() -> malformed(given));
        if (Set.of("datasets", "spaces", "buckets").contains(id.owner().orElseThrow())) {
            throw malformed(given);
        }
        if (revision.filter(
                        word -> word.isBlank() || FILE_OF_COMMIT.matcher(word).matches())
                .isPresent()) {
            throw malformed(given);
        }
        return new ModelReference(id, revision.map(ModelParameters::anyRevision));
    }

    private static RuntimeException malformed(String given) {
        return ModelParameters.malformed("model", given, MEND);
    }
}
