package licet.registry.identity;

import java.util.Optional;
import licet.registry.platform.http.SecretHash;

/** The secret part of an address that programs read without signing in. */
public record FeedSecret(String text) {
    public static FeedSecret random() {
        return new FeedSecret(Secret.random(Secret.Kind.FEED).text());
    }

    /** Empty when it cannot be one of ours. */
    public static Optional<FeedSecret> parse(String text) {
        return Secret.parse(Secret.Kind.FEED, text).map(secret -> new FeedSecret(secret.text()));
    }

    public SecretHash hash() {
        return SecretHash.of(text);
    }

    /** The start, by which people recognize it in a list. */
    public String prefix() {
        return new Secret(Secret.Kind.FEED, text).prefix();
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
