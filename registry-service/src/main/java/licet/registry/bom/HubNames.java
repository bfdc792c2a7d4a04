package licet.registry.bom;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;

/** Names of models as documents write them. */
final class HubNames {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:git\\+)?https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/([^/?#]+/[^/?#]+)(?:/(?:tree|resolve)/([0-9a-f]{40}))?.*");

    private HubNames() {}

    static Optional<String> ofPurl(String purl) {
        if (!purl.startsWith("pkg:huggingface/")) {
            return Optional.empty();
        }
        try {
            var parsed = new PackageURL(purl);
            return of(
                    parsed.getNamespace() + "/" + parsed.getName(),
                    Optional.ofNullable(parsed.getVersion()).orElse(""));
        } catch (MalformedPackageURLException refused) {
            return Optional.empty();
        }
    }

    /** @param version is kept where it is a commit: anything else says nothing for certain */
    static Optional<String> of(String name, String version) {
        return RepoId.find(name)
                .filter(id -> id.owner().isPresent())
                .map(id -> COMMIT.matcher(version).matches() ? id.value() + "@" + version : id.value());
    }

    static Optional<String> ofAddress(String address) {
        var matcher = ADDRESS.matcher(address);
        return matcher.matches()
                ? of(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse(""))
                : Optional.empty();
    }

    static boolean isSha256(String text) {
        return SHA256.matcher(text).matches();
    }
}
