package licet.rules;

import java.util.Objects;
import licet.rules.format.ReleasesYaml;
import licet.rules.release.Releases;

/** The releases that come with this module. No rule reads them, so they are no part of the knowledge and its digest. */
public final class ShippedReleases {
    private static final String FOLDER = "/licet/releases";
    private static final String FILE = "releases.yaml";

    private ShippedReleases() {}

    public static Releases load() {
        var files = KnowledgeFiles.read(FOLDER, FILE);
        return ReleasesYaml.parse(FILE, Objects.requireNonNull(files.get(FILE), FILE));
    }
}
