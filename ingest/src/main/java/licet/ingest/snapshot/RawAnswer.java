package licet.ingest.snapshot;

import licet.ingest.hub.Payload;

/** An answer as it came, for storage under its hash. */
public record RawAnswer(String name, Payload body) {
    public String sha256() {
        return body.sha256();
    }
}
