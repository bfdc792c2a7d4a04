package licet.registry.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;
import licet.registry.platform.http.SecretHash;

/**
 * A random secret in the form {@code lct_<kind>_<random><check sum>}. The fixed start lets scanners find leaked ones,
 * the kind keeps one from being used as another, and the check sum refuses typing errors and guesses without asking
 * the database. The text is shown once; only its hash is kept.
 */
record Secret(Kind kind, String text) {
    enum Kind {
        API_TOKEN('a'),
        SESSION('s'),
        SETUP('u'),
        INVITATION('i'),
        FEED('f');

        private final String start;

        Kind(char letter) {
            this.start = "lct_" + letter + "_";
        }
    }

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 36;
    private static final int CHECK_LENGTH = 6;
    private static final int SHOWN_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random(Kind kind) {
        var body = new StringBuilder(kind.start);
        for (var i = 0; i < RANDOM_LENGTH; i++) {
            body.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Secret(kind, body + check(body.toString()));
    }

    /** Empty when it cannot be one of ours, whoever made it up. */
    static Optional<Secret> parse(Kind kind, String text) {
        if (!text.startsWith(kind.start) || text.length() != kind.start.length() + RANDOM_LENGTH + CHECK_LENGTH) {
            return Optional.empty();
        }
        var body = text.substring(0, text.length() - CHECK_LENGTH);
        return text.endsWith(check(body)) ? Optional.of(new Secret(kind, text)) : Optional.empty();
    }

    SecretHash hash() {
        return SecretHash.of(text);
    }

    /** The start, by which people recognize a token in a list. */
    String prefix() {
        return text.substring(0, SHOWN_LENGTH);
    }

    /** Never the text: records end up in log lines. */
    @Override
    public String toString() {
        return prefix() + "…";
    }

    private static String check(String body) {
        var sum = new CRC32();
        sum.update(body.getBytes(UTF_8));
        var rest = sum.getValue();
        var digits = new char[CHECK_LENGTH];
        for (var i = CHECK_LENGTH - 1; i >= 0; i--) {
            digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }
}
