package licet.registry.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a sorted list ended: the sort, the value of its column in the last row (null where the column was
 * empty) and the id of that row. Callers get it as opaque text. The check sum finds damage; it is no secret, since a
 * made-up cursor only names another place of a list that its maker may read anyway.
 */
public record Cursor(String sort, @Nullable String value, long id) {
    private static final String VERSION = "1";
    private static final char SEPARATOR = '\u001f';
    private static final int CHECK_BYTES = 6;

    public String text() {
        var body = String.join(
                        String.valueOf(SEPARATOR), VERSION, sort, Long.toString(id), value == null ? "-" : "+" + value)
                .getBytes(UTF_8);
        var whole = Arrays.copyOf(check(body), CHECK_BYTES + body.length);
        System.arraycopy(body, 0, whole, CHECK_BYTES, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty when the text is damaged, of another version or of another sort. */
    public static Optional<Cursor> parse(String text, String sort) {
        try {
            var whole = Base64.getUrlDecoder().decode(text);
            if (whole.length <= CHECK_BYTES) {
                return Optional.empty();
            }
            var body = Arrays.copyOfRange(whole, CHECK_BYTES, whole.length);
            var intact = Arrays.equals(check(body), Arrays.copyOf(whole, CHECK_BYTES));
            return intact
                    ? read(new String(body, UTF_8), sort).filter(c -> c.text().equals(text))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> read(String body, String sort) {
        var parts = body.split(String.valueOf(SEPARATOR), 4);
        if (parts.length != 4 || !parts[0].equals(VERSION) || !parts[1].equals(sort)) {
            return Optional.empty();
        }
        var value = parts[3].startsWith("+") ? parts[3].substring(1) : null;
        return Optional.of(new Cursor(sort, value, Long.parseLong(parts[2])));
    }

    private static byte[] check(byte[] body) {
        return Arrays.copyOf(Sha256.of(body), CHECK_BYTES);
    }
}
