package licet.registry.record;

import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import licet.registry.catalog.Blobs;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;

/** Stored texts that are believed only when they hash to their names. */
@Singleton
final class Bodies {
    private final Blobs blobs;

    Bodies(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Empty where it is not there or was changed. */
    Optional<String> find(Statements sql, String sha256) {
        byte[] name = HexFormat.of().parseHex(sha256);
        try {
            byte[] body = blobs.get(sql, name);
            return Arrays.equals(Sha256.of(body), name)
                    ? Optional.of(new String(body, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (UncheckedIOException | NoSuchElementException damaged) {
            return Optional.empty();
        }
    }
}
