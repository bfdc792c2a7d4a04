package licet.registry.catalog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import licet.registry.platform.Sha256;

/**
 * Keeps what strangers wrote short enough for an index, which takes no more than a third of a page. A longer text keeps
 * its beginning and gets its hash, so that two of them stay apart; the whole text is in the blobs of the evidence.
 */
final class IndexedText {
    private static final int MOST = 200;

    private IndexedText() {}

    static String of(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        byte[] hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return text.substring(0, MOST - 66) + "… " + HexFormat.of().formatHex(hash);
    }
}
