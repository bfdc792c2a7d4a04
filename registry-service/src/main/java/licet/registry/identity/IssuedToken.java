package licet.registry.identity;

import java.util.UUID;

/** A new token with its secret, which is shown once and kept nowhere. */
public record IssuedToken(UUID id, String secret) {
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
