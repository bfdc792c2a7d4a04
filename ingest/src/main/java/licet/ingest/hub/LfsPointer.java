package licet.ingest.hub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few lines that git keeps in place of a large file.
 *
 * @param size of the content in bytes
 */
public record LfsPointer(String sha256, long size) {
    private static final int LONGEST = 1024;
    private static final Pattern SHAPE = Pattern.compile(
            "version https://git-lfs\\.github\\.com/spec/v1\\n(?:ext-[^\\n]*\\n)*oid sha256:([0-9a-f]{64})\\nsize (\\d{1,18})\\n?");

    /** Empty for any other file. */
    public static Optional<LfsPointer> find(Payload file) {
        if (file.size() > LONGEST) {
            return Optional.empty();
        }
        Matcher pointer = SHAPE.matcher(file.text());
        return pointer.matches()
                ? Optional.of(new LfsPointer(pointer.group(1), Long.parseLong(pointer.group(2))))
                : Optional.empty();
    }
}
