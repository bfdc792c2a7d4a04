package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.jurisdiction.Developer;
import licet.rules.license.LicenseClass;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Traits;

/** The values that each facet can have. */
@Singleton
public final class FacetChoices {
    private static final int SHOWN = 12;

    private final Knowledge knowledge;

    FacetChoices(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** In the order of their words; developers that the knowledge does not know are asked for as {@code hub:owner}. */
    public SortedSet<String> of(Facet facet) {
        return new TreeSet<>(
                switch (facet) {
                    case LICENSE ->
                        words(
                                knowledge.licenses().licenses().stream(),
                                license -> license.key().value());
                    case LICENSE_CLASS -> ids(LicenseClass.values());
                    case DEVELOPER -> words(knowledge.jurisdictions().developers().stream(), Developer::key);
                    case COUNTRY ->
                        words(
                                Stream.concat(
                                        Stream.of(Developer.UNKNOWN_COUNTRY),
                                        knowledge.jurisdictions().developers().stream()
                                                .map(Developer::country)),
                                country -> country);
                    case MODALITY -> ids(Modality.values());
                    case SIZE -> ids(Traits.SizeBucket.values());
                    case FORMAT -> ids(Traits.WeightFormat.values());
                    case GATED -> ids(Traits.Gating.values());
                    case LINEAGE -> lineage();
                    case IDENTIFICATION -> ids(Profile.State.values());
                    case TIER -> Set.of("stated", "listed", "examined");
                });
    }

    boolean has(Facet facet, String value) {
        return of(facet).contains(value) || (facet == Facet.DEVELOPER && value.startsWith("hub:"));
    }

    /** What to send instead. */
    String mend(Facet facet) {
        var all = of(facet);
        String some = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
        String more = all.size() > SHOWN ? " or another of %d".formatted(all.size()) : "";
        return "use one of " + some + more + (facet == Facet.DEVELOPER ? ", or hub:owner" : "");
    }

    private static Set<String> lineage() {
        var words = new TreeSet<>(ids(Profile.LineageGap.values()));
        words.add("none");
        words.add("declared");
        return words;
    }

    private static <T> Set<String> words(Stream<T> of, Function<T, String> word) {
        return of.map(word).collect(Collectors.toSet());
    }

    private static Set<String> ids(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Ids::of).collect(Collectors.toSet());
    }
}
