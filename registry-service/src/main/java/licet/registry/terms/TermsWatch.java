package licet.registry.terms;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.drift.WordDiff;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/** Looks at the pages that licenses are bound to and tells when one says something else. */
@Singleton
class TermsWatch {
    private final PageReader pages;
    private final TermsTable table;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final List<LiveTerm> terms = LiveTerms.shipped();

    TermsWatch(PageReader pages, TermsTable table, Database database, AuditLog audit, Clock clock) {
        this.pages = pages;
        this.table = table;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A page as it is on record.
     *
     * @param checkedAt empty before the first look
     * @param failure of the last look
     * @param words where the newest text differs from the one before
     */
    record Page(
            String address,
            List<String> licenses,
            Optional<Instant> checkedAt,
            Optional<String> failure,
            List<Seen> versions,
            Optional<WordDiff> words) {}

    /** @param sha256 of the visible text, in hex */
    record Seen(Instant at, String sha256) {}

    /** Looks at every page. Returns how many changed. */
    int check() {
        return terms.stream().mapToInt(term -> check(term) ? 1 : 0).sum();
    }

    /** A page that cannot be read has not changed: that is recorded, and the text on record stays. */
    private boolean check(LiveTerm term) {
        Instant now = clock.instant();
        return switch (pages.read(term.address())) {
            case PageReader.Outcome.Failed(var reason) -> fail(term, now, reason);
            case PageReader.Outcome.Read(var body) ->
                VisibleText.of(body)
                        .map(text -> record(term, now, text))
                        .orElseGet(() -> fail(term, now, "too little text for terms"));
        };
    }

    private boolean fail(LiveTerm term, Instant now, String reason) {
        return database.write(sql -> {
            table.checked(sql, term.address(), new TermsTable.Check(now, Optional.of(reason)));
            return false;
        });
    }

    private boolean record(LiveTerm term, Instant now, String text) {
        return database.write(sql -> {
            table.checked(sql, term.address(), new TermsTable.Check(now, Optional.empty()));
            var known = table.list(sql, term.address());
            boolean same = !known.isEmpty() && Arrays.equals(known.getFirst().sha256(), Sha256.of(text));
            if (same) {
                return false;
            }
            table.add(sql, term.address(), now, text);
            if (known.isEmpty()) {
                return false;
            }
            audit.append(AuditEvent.of(
                    Actor.PRODUCT,
                    "live-terms.change",
                    PageHistory.KIND,
                    term.address().toString(),
                    Map.of(
                            "licenses", term.licenses(),
                            "before", hex(known.getFirst().sha256()),
                            "after", hex(Sha256.of(text)))));
            return true;
        });
    }

    List<Page> list() {
        return terms.stream().map(this::page).toList();
    }

    private Page page(LiveTerm term) {
        return database.read(sql -> {
            var check = table.findCheck(sql, term.address());
            var versions = table.list(sql, term.address());
            var words = versions.size() < 2
                    ? Optional.<WordDiff>empty()
                    : table.findText(sql, versions.get(1).sha256())
                            .flatMap(before -> table.findText(
                                            sql, versions.getFirst().sha256())
                                    .map(after -> WordDiff.between(before, after)));
            return new Page(
                    term.address().toString(),
                    term.licenses(),
                    check.map(TermsTable.Check::at),
                    check.flatMap(TermsTable.Check::failure),
                    versions.stream()
                            .map(seen -> new Seen(seen.seenAt(), hex(seen.sha256())))
                            .toList(),
                    words);
        });
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
