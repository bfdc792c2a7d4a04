package licet.registry.attestation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An in-toto statement of version 1: about what, and in the predicate, what. */
record Statement(@JsonProperty("_type") String type, List<Subject> subject, String predicateType, Object predicate) {
    static final String TYPE = "https://in-toto.io/Statement/v1";

    Statement {
        subject = List.copyOf(subject);
    }

    record Subject(String name, Map<String, String> digest) {}

    /** A text with its hash. */
    record Source(String uri, Map<String, String> digest) {}

    /** The framework lets every document have fields of others' under a name that is an address. */
    static final String EXTENSION = "urn:licet:attestation:1";

    /**
     * What the predicates have no field for.
     *
     * @param validUntil first moment at which nothing follows from it
     * @param status where somebody asks whether it still stands
     */
    record Extension(
            String id,
            String model,
            String revision,
            String deployment,
            String verdict,
            Instant evaluatedAt,
            Instant validUntil,
            String status) {}

    /** Simple Verification Result: it knows no failure, so that there is one only of what passed. */
    record Svr(
            Verifier verifier,
            Instant timeCreated,
            List<String> properties,
            @JsonProperty(EXTENSION) Extension extension) {
        static final String TYPE = "https://in-toto.io/attestation/svr/v0.2";

        record Verifier(String id, List<Source> policies) {}
    }

    /** Verification Summary of SLSA, for tools that read that. */
    record Vsa(
            Verifier verifier,
            Instant timeVerified,
            String resourceUri,
            Source policy,
            String verificationResult,
            List<String> verifiedLevels,
            @JsonProperty(EXTENSION) Extension extension) {
        static final String TYPE = "https://slsa.dev/verification_summary/v1";

        record Verifier(String id) {}
    }
}
