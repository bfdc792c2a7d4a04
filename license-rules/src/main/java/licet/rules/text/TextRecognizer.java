package licet.rules.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import licet.rules.Check;
import licet.rules.license.LicenseKey;

/**
 * Decides which license a text is. Equality of the whole normal text decides; shared shingles only ever say that a text
 * is close, so a license inside a longer text is never taken for it.
 */
public final class TextRecognizer {
    /** Below this share of equal shingles a text has no more in common with a license than licenses have. */
    private static final double NEAR = 0.5;

    private final Map<String, Recognition.Exact> exact = new HashMap<>();
    private final Map<LicenseKey, Known> known = new TreeMap<>();

    private record Known(Fingerprint fingerprint, Set<Long> shingles) {}

    public TextRecognizer(Collection<Fingerprint> fingerprints, Collection<StandIn> standIns) {
        for (Fingerprint fingerprint : fingerprints) {
            fingerprint.exact().forEach(hash -> add(hash, new Recognition.Exact(fingerprint.license(), false)));
            known.put(fingerprint.license(), new Known(fingerprint, shingles(fingerprint)));
        }
        standIns.forEach(standIn -> add(standIn.sha256(), new Recognition.Exact(standIn.standsInFor(), true)));
    }

    private void add(String hash, Recognition.Exact meaning) {
        Check.that(exact.put(hash, meaning) == null, "two licenses have the same text; one is " + meaning.license());
    }

    private static Set<Long> shingles(Fingerprint fingerprint) {
        var all = new HashSet<Long>();
        fingerprint.sections().forEach(section -> all.addAll(section.shingles()));
        return all;
    }

    public Recognition recognize(String text) {
        NormalText normal = NormalText.of(text);
        return Optional.<Recognition>ofNullable(exact.get(normal.sha256())).orElseGet(() -> nearest(normal));
    }

    private Recognition nearest(NormalText text) {
        long[] shingles = Shingles.of(text.words());
        var distinct = new HashSet<Long>();
        for (long shingle : shingles) {
            distinct.add(shingle);
        }
        return known.values().stream()
                .map(candidate -> new Scored(candidate, similarity(candidate.shingles(), distinct)))
                .filter(scored -> scored.similarity() >= NEAR)
                .max(Comparator.comparingDouble(Scored::similarity))
                .<Recognition>map(best -> new Recognition.Near(Difference.between(
                        best.candidate().fingerprint(),
                        best.candidate().shingles(),
                        text,
                        shingles,
                        best.similarity())))
                .orElseGet(Recognition.Unknown::new);
    }

    private record Scored(Known candidate, double similarity) {}

    /** Share of equal shingles among those of both texts. */
    private static double similarity(Set<Long> left, Set<Long> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        long common = right.stream().filter(left::contains).count();
        return 2.0 * common / (left.size() + right.size());
    }

    /** Licenses whose text can be recognized. */
    public List<LicenseKey> recognizable() {
        return List.copyOf(known.keySet());
    }
}
