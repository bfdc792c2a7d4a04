package licet.ingest.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hashes files of weights, which can take long: it tells how far it is, and can be stopped between two pieces. */
final class WeightHashes {
    private static final int PIECE = 4 << 20;

    private final HashProgress progress;
    private final byte[] piece = new byte[PIECE];
    private long done;
    private long total;

    WeightHashes(HashProgress progress) {
        this.progress = progress;
    }

    /** @return SHA-256 in hex by path; empty when it was stopped */
    Optional<SortedMap<String, String>> hash(SortedMap<String, Path> files) throws IOException {
        for (Path file : files.values()) {
            total += Files.size(file);
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Optional<String> hash = hash(file.getKey(), file.getValue());
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            hashes.put(file.getKey(), hash.get());
        }
        return Optional.of(hashes);
    }

    private Optional<String> hash(String path, Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (progress.isCancelled()) {
                    return Optional.empty();
                }
                sha256.update(piece, 0, read);
                done += read;
                progress.advanced(path, done, total);
            }
        }
        return Optional.of(HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
