package licet.tests.standin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/** A file of a model. Its content is made when it is asked for. */
sealed interface RepoEntry {
    String path();

    /** A file that git holds itself. */
    record Small(String path, Supplier<byte[]> content) implements RepoEntry {
        String oid(byte[] bytes) {
            try {
                MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
                sha1.update(Prose.bytes("blob " + bytes.length + "\0"));
                return HexFormat.of().formatHex(sha1.digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-1", e);
            }
        }
    }

    /**
     * A file beside git.
     *
     * @param sha256 made up: nobody reads all of it
     */
    record Large(String path, Weights.Head head, String oid, String sha256) implements RepoEntry {
        byte[] pointer() {
            return Prose.bytes("version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n"
                    .formatted(sha256, head.size()));
        }
    }
}
