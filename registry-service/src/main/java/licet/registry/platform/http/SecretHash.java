package licet.registry.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import licet.registry.platform.Sha256;

/** SHA-256 of a long random secret: what is stored in its place. Compared without telling how far it agrees. */
public record SecretHash(byte[] bytes) {
    public SecretHash {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("SHA-256 has 32 bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    public static SecretHash of(String secret) {
        return new SecretHash(Sha256.of(secret.getBytes(UTF_8)));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretHash(var theirs) && MessageDigest.isEqual(bytes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SecretHash[…]";
    }
}
