package licet.registry.webhook;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import licet.registry.platform.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The secret that the Hub sends along, from the setting {@code licet.webhook.secret} or the environment variable
 * {@code LICET_WEBHOOK_SECRET}. It never shows its value.
 */
@Singleton
final class WebhookSecret {
    private final Optional<byte[]> hash;

    WebhookSecret(@Value("${licet.webhook.secret:}") @Nullable String secret) {
        this.hash = Optional.ofNullable(secret)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Sha256::of);
    }

    boolean isConfigured() {
        return hash.isPresent();
    }

    /** In the same time for every wrong secret: hashes have one length and are compared whole. */
    boolean matches(String sent) {
        byte[] other = Sha256.of(sent);
        return hash.filter(own -> MessageDigest.isEqual(own, other)).isPresent();
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
