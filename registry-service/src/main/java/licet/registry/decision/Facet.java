package licet.registry.decision;

import java.util.Set;
import java.util.function.Function;
import licet.registry.platform.ClosedChoice;

/**
 * What a list of models is narrowed by, besides text and verdict. Each is a property of the profile, so a choice is a set
 * of profiles, however many models there are.
 */
public enum Facet implements ClosedChoice {
    LICENSE("license", profile -> profile.license().stream().collect(java.util.stream.Collectors.toSet())),
    LICENSE_CLASS("class", ListedProfile::classes),
    DEVELOPER("developer", profile -> Set.of(profile.developer())),
    COUNTRY("country", profile -> Set.of(profile.country())),
    MODALITY("modality", profile -> Set.of(profile.modality())),
    SIZE("size", profile -> Set.of(profile.size())),
    FORMAT("format", ListedProfile::formats),
    GATED("gated", profile -> Set.of(profile.gated())),
    LINEAGE("lineage", profile -> Set.of(profile.lineage())),
    IDENTIFICATION("identification", profile -> Set.of(profile.identification())),
    TIER("tier", profile -> Set.of(profile.tier()));

    private final String word;
    private final Function<ListedProfile, Set<String>> values;

    Facet(String word, Function<ListedProfile, Set<String>> values) {
        this.word = word;
        this.values = values;
    }

    @Override
    public String word() {
        return word;
    }

    Set<String> valuesOf(ListedProfile profile) {
        return values.apply(profile);
    }
}
