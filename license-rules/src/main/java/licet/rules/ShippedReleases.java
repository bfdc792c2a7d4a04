package licet.rules;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import licet.rules.format.ClaimsYaml;
import licet.rules.format.ModelFamiliesYaml;
import licet.rules.format.ReleasesYaml;
import licet.rules.release.Claim;
import licet.rules.release.ModelFamilies;
import licet.rules.release.Releases;

/**
 * The releases that come with this module, and what is said of them. No rule reads them, so they are no part of the
 * knowledge and its digest.
 */
public final class ShippedReleases {
    private static final String FOLDER = "/licet/releases";
    private static final String RELEASES = "releases.yaml";
    private static final String FAMILIES = "model-families.yaml";
    private static final String CLAIMS = "claims.yaml";

    private ShippedReleases() {}

    public static Releases load() {
        return ReleasesYaml.parse(RELEASES, text(RELEASES));
    }

    public static ModelFamilies families() {
        return ModelFamiliesYaml.parse(FAMILIES, text(FAMILIES));
    }

    public static List<Claim> claims() {
        return ClaimsYaml.parse(CLAIMS, text(CLAIMS));
    }

    private static String text(String file) {
        SortedMap<String, String> files = KnowledgeFiles.read(FOLDER, RELEASES);
        return Objects.requireNonNull(files.get(file), file);
    }
}
