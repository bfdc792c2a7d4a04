package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;

/** Raw answers and texts by the hash of their bytes, compressed. */
@Singleton
public final class Blobs {
    private static final int GZIP = 1;

    public byte[] storeText(Statements sql, String text) {
        return store(sql, text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] store(Statements sql, byte[] bytes) {
        byte[] sha256 = Sha256.of(bytes);
        boolean known = sql.find("SELECT 1 FROM blob WHERE sha256 = ?", row -> true, sha256)
                .isPresent();
        if (!known) {
            sql.update(
                    "INSERT INTO blob (sha256, codec, length, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    sha256,
                    GZIP,
                    bytes.length,
                    gzip(bytes));
        }
        return sha256;
    }

    String getText(Statements sql, byte[] sha256) {
        return new String(get(sql, sha256), StandardCharsets.UTF_8);
    }

    public byte[] get(Statements sql, byte[] sha256) {
        return sql.get(
                "SELECT codec, body FROM blob WHERE sha256 = ?",
                row -> row.getInt("codec") == GZIP ? gunzip(row.getBytes("body")) : row.getBytes("body"),
                sha256);
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
