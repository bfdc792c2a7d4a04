package licet.registry.platform.http;

import java.util.Optional;

/** What the door asks about the proofs that requests carry. Identity answers. */
public interface Credentials {
    Optional<Principal> findByToken(String token);

    Optional<Principal> findBySession(String sessionId);
}
