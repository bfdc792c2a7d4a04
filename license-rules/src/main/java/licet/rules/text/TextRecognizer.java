package licet.rules.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import licet.rules.Check;
import licet.rules.evidence.Identification.NearMiss;
import licet.rules.license.LicenseKey;

/**
 * Decides which license or use policy a text is. Equality of the whole normal text decides; shared shingles only ever say
 * that a text is close, so a license inside a longer text is never taken for it.
 */
public final class TextRecognizer {
    /** Below this share of equal shingles a text has no more in common with a license than licenses have. */
    private static final double NEAR = 0.5;

    /** A text that holds nearly all of a known one is close to it, however long it is itself. */
    private static final double HOLDS = 0.9;

    private static final int MIN_HELD = 50;

    private final Map<String, Recognition> exact = new HashMap<>();
    private final List<Fingerprint> known;
    private final List<FillIns> fillIns;
    private final Memoized<ShingleIndex> index;

    public TextRecognizer(
            Collection<Fingerprint> fingerprints, Collection<StandIn> standIns, Collection<FillIns> fillIns) {
        this.fillIns = List.copyOf(fillIns);
        known = fingerprints.stream()
                .sorted(Comparator.comparing(Fingerprint::key))
                .toList();
        for (Fingerprint fingerprint : known) {
            fingerprint.exact().forEach(hash -> add(hash, meaning(fingerprint), fingerprint.key()));
        }
        standIns.forEach(standIn -> add(standIn.sha256(), meaning(standIn), standIn.standsInFor()));
        index = new Memoized<>(() -> ShingleIndex.of(known.stream()
                .map(fingerprint -> Shingles.distinct(fingerprint.shingles()))
                .toList()));
    }

    private static Recognition meaning(Fingerprint fingerprint) {
        return switch (fingerprint.kind()) {
            case LICENSE -> new Recognition.Exact(fingerprint.key(), false);
            case USE_POLICY -> new Recognition.ExactPolicy(fingerprint.key());
        };
    }

    private Recognition meaning(StandIn standIn) {
        boolean policy = known.stream()
                .anyMatch(print -> print.kind() == Fingerprint.Kind.USE_POLICY
                        && print.key().equals(standIn.standsInFor()));
        return policy
                ? new Recognition.ExactPolicy(standIn.standsInFor())
                : new Recognition.Exact(standIn.standsInFor(), true);
    }

    private void add(String hash, Recognition meaning, LicenseKey key) {
        var other = Optional.ofNullable(exact.put(hash, meaning));
        Check.that(other.isEmpty(), "%s has the same text as another: %s".formatted(key, other));
    }

    public Recognition recognize(String text) {
        NormalText normal = NormalText.of(text);
        return findExact(normal).orElseGet(() -> nearest(normal));
    }

    private Optional<Recognition> findExact(NormalText text) {
        return known(text).or(() -> Halves.of(text).flatMap(this::findExact));
    }

    private Optional<Recognition> known(NormalText text) {
        return Forms.ofCopy(text)
                .map(form -> known(form.get()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Recognition> known(String words) {
        return findHash(words)
                .or(() -> fillIns.stream()
                        .flatMap(places -> filled(places, words).stream())
                        .findFirst());
    }

    /** Names that were filled in count only in the text to which the places belong. */
    private Optional<Recognition> filled(FillIns places, String words) {
        var filled = places.filled(words);
        return filled.equals(words)
                ? Optional.empty()
                : findHash(filled).filter(new Recognition.Exact(places.license(), false)::equals);
    }

    private Optional<Recognition> findHash(String words) {
        return Optional.ofNullable(exact.get(NormalText.sha256(words)));
    }

    /** Both halves must be of the same text, or a change in one of them would be lost. */
    private Optional<Recognition> findExact(Halves halves) {
        return known(halves.letters()).filter(found -> Optional.of(found).equals(known(halves.signs())));
    }

    private Recognition nearest(NormalText text) {
        int[] shingles = Shingles.of(text);
        int[] distinct = Shingles.distinct(shingles);
        int[] shared = index.get().shared(distinct);
        return IntStream.range(0, known.size())
                .mapToObj(candidate -> new Scored(
                        candidate,
                        shared[candidate],
                        distinct.length,
                        index.get().size(candidate)))
                .filter(Scored::isNear)
                .max(Comparator.comparingDouble(Scored::similarity))
                .map(best -> near(known.get(best.candidate()), text, shingles, best.similarity()))
                .orElseGet(Recognition.Unknown::new);
    }

    private static Recognition near(Fingerprint fingerprint, NormalText text, int[] shingles, double similarity) {
        NearMiss miss = Difference.between(fingerprint, text, shingles, similarity);
        return switch (fingerprint.kind()) {
            case LICENSE -> new Recognition.Near(miss);
            case USE_POLICY -> new Recognition.NearPolicy(miss);
        };
    }

    /**
     * How much of a known text stands in the text at hand.
     *
     * @param shared shingles of both; {@code own} and {@code known} are all of the one and of the other
     */
    private record Scored(int candidate, int shared, int own, int known) {
        /** Share of equal shingles among those of both texts. */
        double similarity() {
            return shared == 0 ? 0 : 2.0 * shared / (own + known);
        }

        boolean isNear() {
            return similarity() >= NEAR || (known >= MIN_HELD && shared >= HOLDS * known);
        }
    }

    /** Licenses and use policies whose text can be recognized. */
    public List<LicenseKey> recognizable() {
        return known.stream().map(Fingerprint::key).toList();
    }
}
