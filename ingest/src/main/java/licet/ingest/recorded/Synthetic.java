package licet.ingest.recorded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that are not recorded, made from a name so that they are the same on each start and in each place. */
final class Synthetic {
    private static final String PREFIX = "recorded:";

    private Synthetic() {}

    static String sha1(String name) {
        return hash("SHA-1", name);
    }

    static String sha256(String name) {
        return hash("SHA-256", name);
    }

    private static String hash(String algorithm, String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm).digest((PREFIX + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + algorithm, e);
        }
    }
}
