package licet.registry.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;

/**
 * What lists show of a profile and narrow by, each in its written form.
 *
 * @param license the one that the weights stand under, where there is exactly one
 * @param families of every license that the weights may stand under
 * @param country seat of the developer
 * @param lineage {@code none} where no other than its own terms bind, {@code declared} where those of a base do as well,
 *     or what is not known of the origin
 * @param tier {@code stated}, {@code listed} or {@code examined}
 */
record ListedProfile(
        long id,
        Optional<String> license,
        Set<String> classes,
        Set<String> families,
        String developer,
        String country,
        String modality,
        String size,
        Set<String> formats,
        String gated,
        String lineage,
        String identification,
        String tier) {
    ListedProfile {
        classes = Set.copyOf(classes);
        families = Set.copyOf(families);
        formats = Set.copyOf(formats);
    }

    static ListedProfile of(long id, String tier, Profile profile, Knowledge knowledge) {
        var weights = profile.terms().stream()
                .filter(term -> term.path().equals("self") && term.artifact() == Artifact.WEIGHTS)
                .findFirst();
        List<LicenseKey> keys =
                weights.map(term -> List.copyOf(term.candidates())).orElse(List.of());
        var licenses = keys.stream()
                .flatMap(key -> knowledge.licenses().find(key).stream())
                .toList();
        var traits = profile.traits();
        return new ListedProfile(
                id,
                keys.size() == 1 ? Optional.of(keys.getFirst().value()) : Optional.empty(),
                licenses.stream().map(license -> Ids.of(license.licenseClass())).collect(Collectors.toSet()),
                licenses.stream().map(License::family).collect(Collectors.toSet()),
                profile.developer(),
                knowledge.jurisdictions().countryOf(profile.developer()),
                Ids.of(traits.modality()),
                Ids.of(traits.size()),
                traits.formats().stream().map(Ids::of).collect(Collectors.toSet()),
                Ids.of(traits.gating()),
                lineage(profile),
                weights.map(term -> Ids.of(term.state())).orElse("absent"),
                tier);
    }

    /** The gravest gap comes first in the order of gaps. */
    private static String lineage(Profile profile) {
        boolean alone = profile.terms().stream().allMatch(term -> term.path().equals("self"));
        return profile.lineageGaps().stream()
                .min(Comparator.naturalOrder())
                .map(Ids::of)
                .orElse(alone ? "none" : "declared");
    }
}
