package licet.registry.bom;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Optional;

/** Package URLs of models. */
final class HubPurl {
    private HubPurl() {}

    static String of(String model, Optional<String> commit) {
        int slash = model.indexOf('/');
        try {
            return new PackageURL(
                            "huggingface",
                            slash < 0 ? null : model.substring(0, slash),
                            model.substring(slash + 1),
                            commit.orElse(null),
                            null,
                            null)
                    .canonicalize();
        } catch (MalformedPackageURLException impossible) {
            throw new IllegalArgumentException(model, impossible);
        }
    }
}
