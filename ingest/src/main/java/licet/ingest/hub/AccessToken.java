package licet.ingest.hub;

import java.util.Optional;

/** A Hub token. It never shows its value: not in a log line, not in an exception, not in a debugger's toString. */
public final class AccessToken {
    private final String value;

    private AccessToken(String value) {
        this.value = value;
    }

    /** Line breaks and blanks around a token are dropped, as they come from files; an empty text is no token. */
    public static Optional<AccessToken> find(String text) {
        String clean = text.replace("\r", "").replace("\n", "").strip();
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        if (!clean.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("the Hub token holds blanks or non-ASCII characters: copy it again");
        }
        return Optional.of(new AccessToken(clean));
    }

    /** Tells tokens apart without naming them: answers for one must not be taken for answers to another. */
    String fingerprint() {
        return Payload.of(value).sha256().substring(0, 16);
    }

    String bearer() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
