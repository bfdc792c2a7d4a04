package licet.ingest.hub;

import java.nio.charset.StandardCharsets;

/** Percent-encoding for path segments, made before the URL builder sees them, which would pop dot segments. */
final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** For revisions: nothing but unreserved characters stays, also no slash. */
    static String strict(String text) {
        return encode(text, UNRESERVED);
    }

    /** For one segment of a file path: a plus sign means itself there. */
    static String segment(String text) {
        return encode(text, UNRESERVED + "+");
    }

    private static String encode(String text, String kept) {
        var out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || kept.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
