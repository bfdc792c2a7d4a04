package licet.registry.identity;

import java.time.Instant;
import java.util.UUID;

/** A one-time link for a person. Its secret is shown once, to the administrator who hands it over. */
public record IssuedLink(UUID person, String secret, Instant expiresAt) {
    public String path() {
        return "/join/" + secret;
    }

    @Override
    public String toString() {
        return "IssuedLink[" + person + "]";
    }
}
