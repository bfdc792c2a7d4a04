package licet.web.catalog;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import licet.registry.decision.Facet;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseClass;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Traits;
import licet.web.layout.Names;
import licet.web.layout.Texts;

/** What people call the facets and their values, and in which order they expect them. */
@Singleton
final class FacetWords {
    private final Names names;
    private final Texts texts;

    FacetWords(Names names, Texts texts) {
        this.names = names;
        this.texts = texts;
    }

    String title(Facet facet) {
        return texts.get("catalog.facet." + facet.word());
    }

    String label(Facet facet, String value) {
        return switch (facet) {
            case LICENSE -> names.license(value);
            case LICENSE_CLASS -> texts.get("license.class." + value);
            case DEVELOPER -> names.developer(value);
            case COUNTRY -> names.country(value).orElseGet(() -> texts.get("country.unknown"));
            case MODALITY -> texts.get("modality." + value);
            case SIZE -> texts.get("size." + value);
            case FORMAT -> texts.get("catalog.format." + value);
            case GATED -> texts.get("gating." + value);
            case LINEAGE -> texts.get("catalog.lineage." + value);
            case IDENTIFICATION -> texts.get("identification." + value);
            case TIER -> texts.get("catalog.tier." + value);
        };
    }

    /** Values of closed lists stand as they are known; all others stay in the order of their numbers. */
    static Comparator<String> order(Facet facet) {
        var known = known(facet);
        return Comparator.comparingInt(value -> {
            int place = known.indexOf(value);
            return place < 0 ? known.size() : place;
        });
    }

    static List<String> known(Facet facet) {
        return switch (facet) {
            case LICENSE, DEVELOPER, COUNTRY -> List.of();
            case LICENSE_CLASS -> ids(LicenseClass.values()).toList();
            case MODALITY -> ids(Modality.values()).toList();
            case SIZE ->
                Stream.concat(ids(Traits.SizeBucket.values()).skip(1), ids(Traits.SizeBucket.UNKNOWN))
                        .toList();
            case FORMAT -> ids(Traits.WeightFormat.values()).toList();
            case GATED -> ids(Traits.Gating.values()).toList();
            case LINEAGE ->
                Stream.concat(Stream.of("none", "declared"), ids(Profile.LineageGap.values()))
                        .toList();
            case IDENTIFICATION -> ids(Profile.State.values()).toList();
            case TIER -> List.of("examined", "listed", "stated");
        };
    }

    private static Stream<String> ids(Enum<?>... values) {
        return Arrays.stream(values).map(Ids::of);
    }
}
