package licet.registry.attestation;

import java.net.URI;
import java.util.UUID;

/** Where things of this installation are found, as signed documents name them. */
record Place(URI base) {
    /** The name of whoever signs here; verifiers compare it and need not open it. */
    String verifier() {
        return base + "/verifier/v1";
    }

    String policy(String key, int version) {
        return base + "/policies/" + key + "/versions/" + version;
    }

    String status(UUID id) {
        return base + "/api/v1/attestations/" + id;
    }
}
