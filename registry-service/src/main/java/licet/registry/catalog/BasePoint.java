package licet.registry.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import licet.rules.evidence.ModelId;

/**
 * One revision of a base that is on record.
 *
 * @param pushedAt empty where nobody said
 * @param nextPush the first commit after it, where the log was read beyond it
 * @param first whether no earlier commit is known of
 * @param evidence hash of the evidence as the rules read it
 * @param body of the conclusion that stands for the model now; of its newest revision alone
 */
record BasePoint(
        long snapshotId,
        String revision,
        Optional<Instant> pushedAt,
        Optional<Instant> nextPush,
        boolean first,
        byte[] evidence,
        Optional<String> body) {
    boolean isNewest() {
        return body.isPresent();
    }

    /** UTC day of the push; only of a point that has one. */
    LocalDate day() {
        return day(pushedAt.orElseThrow());
    }

    /** First UTC day on which something else may have stood. */
    LocalDate doubtful() {
        return nextPush.map(BasePoint::day).orElseGet(() -> day().plusDays(1));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** How rows are found by a name, whatever the case. */
    static String key(ModelId model) {
        String name = model.value().toLowerCase(Locale.ROOT);
        return name.contains("/") ? name : "/" + name;
    }
}
