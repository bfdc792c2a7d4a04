package licet.registry.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import licet.registry.decision.Facet;

/** Sorts counts into what a picture can show. Pure. */
final class Mixes {
    private Mixes() {}

    /**
     * @param all models of the catalog, to tell how many have no value; values must not overlap then
     * @param shown how many values a picture has room for; one more is shown where only one would be left out
     * @param kind of a value
     */
    static Dashboard.Mix top(
            Facet facet, Map<String, Long> counts, long all, int shown, Function<String, Optional<String>> kind) {
        var sorted = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> share(facet, entry.getKey(), entry.getValue(), kind.apply(entry.getKey())))
                .toList();
        int room = sorted.size() == shown + 1 ? sorted.size() : Math.min(shown, sorted.size());
        long counted = sum(sorted);
        return new Dashboard.Mix(
                sorted.subList(0, room),
                sum(sorted.subList(room, sorted.size())),
                sorted.size() - room,
                Math.max(0, all - counted));
    }

    /** Every one of these values, in their order, also where no model has it. */
    static Dashboard.Mix each(Facet facet, List<String> values, Map<String, Long> counts) {
        return new Dashboard.Mix(
                values.stream()
                        .map(value -> share(facet, value, counts.getOrDefault(value, 0L), Optional.empty()))
                        .toList(),
                0,
                0,
                0);
    }

    private static Dashboard.Share share(Facet facet, String value, long models, Optional<String> kind) {
        return new Dashboard.Share(value, models, kind, facet.word() + "=" + URLEncoder.encode(value, UTF_8));
    }

    private static long sum(List<Dashboard.Share> shares) {
        return shares.stream().mapToLong(Dashboard.Share::models).sum();
    }
}
