package licet.registry.delivery;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what has to be read again, unlike a password, unreadable for whoever has the database alone: AES-256-GCM with the
 * key of the setting {@code licet.delivery.key} or the environment variable {@code LICET_DELIVERY_KEY}.
 */
@Singleton
class SecretBox {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Optional<SecretKeySpec> key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(@Value("${licet.delivery.key:}") @Nullable String given) {
        this.key = Optional.ofNullable(given)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(SecretBox::key);
    }

    private static SecretKeySpec key(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException _) {
            // Said below without the value, which is a secret.
        }
        throw new IllegalArgumentException(
                "licet.delivery.key is not 32 bytes in base64; make one with: openssl rand -base64 32");
    }

    boolean isReady() {
        return key.isPresent();
    }

    /** @param owner to whom the secret belongs: it opens for nobody else */
    byte[] seal(UUID owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(UUID owner, byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = java.util.Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, owner, nonce, rest);
    }

    private byte[] run(int mode, UUID owner, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, required(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException other) {
            throw new IllegalStateException(
                    "a secret does not open with licet.delivery.key: was the key changed?", other);
        }
    }

    private SecretKeySpec required() {
        return key.orElseThrow(() -> new RegistryProblem.Forbidden(
                        "the setting LICET_DELIVERY_KEY: 32 random bytes in base64, which seal the secrets of receivers")
                .asException());
    }

    @Override
    public String toString() {
        return "SecretBox[hidden]";
    }
}
