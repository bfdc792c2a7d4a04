package licet.web.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of weights by its hash. */
public final class WeightsFile {
    private static final int PIECE = 1 << 20;

    private WeightsFile() {}

    /** Hears how far the reading is, in bytes. */
    @FunctionalInterface
    public interface Progress {
        void read(long done, long total);
    }

    /** Reads it once, piece by piece. */
    public static Reference read(Path file, Progress progress) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            long total = Files.size(file);
            long done = 0;
            var piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                done += read;
                progress.read(done, total);
            }
            return Reference.hashed(
                    HexFormat.of().formatHex(in.getMessageDigest().digest()), file.toString());
        } catch (IOException missing) {
            throw new CheckProblem("file-missing", file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
