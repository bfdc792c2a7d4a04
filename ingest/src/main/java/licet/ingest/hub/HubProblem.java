package licet.ingest.hub;

import java.time.Duration;

/** Why the Hub gave no value. Each case asks for another reaction, so none may be taken for another. */
public sealed interface HubProblem {
    /** What the Hub said, in its own words where it said something. */
    Detail detail();

    /** The repository exists; its files need an acceptance that this caller does not have. */
    record Gated(Detail detail) implements HubProblem {}

    /** Taken down by the Hub. */
    record Disabled(Detail detail) implements HubProblem {}

    /** No such repository, or a private one: the Hub does not tell these apart. */
    record MissingRepository(Detail detail) implements HubProblem {}

    record MissingRevision(Detail detail) implements HubProblem {}

    record MissingEntry(Detail detail) implements HubProblem {}

    /** No such account or collection. */
    record MissingPage(Detail detail) implements HubProblem {}

    /** The Hub does not know the credential; it then answers nothing, not even what is open to all. */
    record InvalidToken(Detail detail) implements HubProblem {}

    /** A credential is needed, or this one does not reach far enough. */
    record Unauthorized(Detail detail) implements HubProblem {}

    record RateLimited(Detail detail, Duration retryAfter) implements HubProblem {}

    /** The body is larger than the caller wanted to read. */
    record TooLarge(Detail detail) implements HubProblem {}

    /** Anything else: an outage, a broken body, a refused redirect. Says nothing about the repository. */
    record Failed(Detail detail) implements HubProblem {}

    /**
     * The words of the Hub.
     *
     * @param requestId the Hub's id of the request, empty when it gave none
     */
    record Detail(String message, String requestId) {
        static Detail of(String message) {
            return new Detail(message, "");
        }

        @Override
        public String toString() {
            return requestId.isEmpty() ? message : message + " (request " + requestId + ")";
        }
    }
}
