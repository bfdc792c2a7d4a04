package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;
import licet.registry.drift.Drift;
import licet.registry.drift.WordDiff;
import licet.registry.platform.Statements;

/** Compares the texts behind a change, where both are on record. */
@Singleton
final class TextDiffs {
    private final Blobs blobs;

    TextDiffs(Blobs blobs) {
        this.blobs = blobs;
    }

    Optional<WordDiff> of(Statements sql, Drift drift) {
        return drift instanceof Drift.LicenseText(var _, var before, var after)
                ? before.flatMap(old -> text(sql, old))
                        .flatMap(old -> after.flatMap(now -> text(sql, now)).map(now -> WordDiff.between(old, now)))
                : Optional.empty();
    }

    private Optional<String> text(Statements sql, String sha256) {
        byte[] key = HexFormat.of().parseHex(sha256);
        return sql.find("SELECT 1 FROM blob WHERE sha256 = ?", row -> true, key).map(_ -> blobs.getText(sql, key));
    }
}
