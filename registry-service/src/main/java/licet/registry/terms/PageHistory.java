package licet.registry.terms;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import licet.registry.platform.Statements;
import licet.rules.license.LicenseKey;

/** What the watched pages said at which time. They are few and change rarely, so all of it is read at once. */
@Singleton
public class PageHistory {
    /** Kind of object in the audit chain. */
    public static final String KIND = "live-terms";

    private final LivePages pages;

    PageHistory(LivePages pages) {
        this.pages = pages;
    }

    /** @param before and {@code after}: SHA-256 of the visible text, in hex */
    public record Change(URI address, String before, String after) {}

    private record Version(Instant seenAt, String sha256) {}

    /** As it stands in one transaction. */
    public final class Reading {
        private final Map<URI, List<Version>> byAddress = new HashMap<>();

        private Reading(Statements sql) {
            sql.list(
                    "SELECT address, seen_at, text_sha256 FROM terms_version ORDER BY address, seen_at",
                    row -> byAddress
                            .computeIfAbsent(URI.create(row.getString("address")), _ -> new ArrayList<>())
                            .add(new Version(
                                    Statements.getInstant(row, "seen_at"),
                                    HexFormat.of().formatHex(row.getBytes("text_sha256")))));
        }

        /**
         * Pages of these licenses that say something else than they said at a moment. A page that was first read after
         * it is held to what it said then: nobody knows what stood there before.
         */
        public List<Change> since(Collection<LicenseKey> licenses, Instant moment) {
            return licenses.stream()
                    .flatMap(license -> pages.of(license).stream())
                    .distinct()
                    .flatMap(address -> change(address, moment).stream())
                    .toList();
        }

        private List<Change> change(URI address, Instant moment) {
            var versions = byAddress.getOrDefault(address, List.of());
            if (versions.isEmpty()) {
                return List.of();
            }
            var then = versions.stream()
                    .filter(version -> !version.seenAt().isAfter(moment))
                    .reduce((_, later) -> later)
                    .orElse(versions.getFirst())
                    .sha256();
            var now = versions.getLast().sha256();
            return then.equals(now) ? List.of() : List.of(new Change(address, then, now));
        }
    }

    public Reading read(Statements sql) {
        return new Reading(sql);
    }
}
