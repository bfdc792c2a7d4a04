package licet.registry.terms;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;

/** What pages said, and when they were looked at. */
@Singleton
final class TermsTable {
    private static final int PLAIN = 0;

    record Version(Instant seenAt, byte[] sha256) {}

    record Check(Instant at, Optional<String> failure) {}

    void checked(Statements sql, URI address, Check check) {
        sql.update(
                "INSERT INTO terms_page (address, checked_at, failure) VALUES (?, ?, ?) ON CONFLICT (address) DO UPDATE"
                        + " SET checked_at = excluded.checked_at, failure = excluded.failure",
                address.toString(),
                check.at(),
                check.failure().orElse(null));
    }

    Optional<Check> findCheck(Statements sql, URI address) {
        return sql.find(
                "SELECT checked_at, failure FROM terms_page WHERE address = ?",
                row -> new Check(
                        Statements.getInstant(row, "checked_at"), Optional.ofNullable(row.getString("failure"))),
                address.toString());
    }

    /** The newest first. */
    List<Version> list(Statements sql, URI address) {
        return sql.list(
                "SELECT seen_at, text_sha256 FROM terms_version WHERE address = ? ORDER BY seen_at DESC LIMIT 20",
                row -> new Version(Statements.getInstant(row, "seen_at"), row.getBytes("text_sha256")),
                address.toString());
    }

    void add(Statements sql, URI address, Instant seenAt, String text) {
        byte[] body = text.getBytes(UTF_8);
        byte[] sha256 = Sha256.of(body);
        sql.update(
                "INSERT INTO blob (sha256, codec, length, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                sha256,
                PLAIN,
                body.length,
                body);
        sql.update(
                "INSERT INTO terms_version (address, seen_at, text_sha256) VALUES (?, ?, ?)",
                address.toString(),
                seenAt,
                sha256);
    }

    /** Empty where another part of the product stored the same bytes in another form. */
    Optional<String> findText(Statements sql, byte[] sha256) {
        return sql.find(
                "SELECT body FROM blob WHERE sha256 = ? AND codec = ?",
                row -> new String(row.getBytes("body"), UTF_8),
                sha256,
                PLAIN);
    }
}
