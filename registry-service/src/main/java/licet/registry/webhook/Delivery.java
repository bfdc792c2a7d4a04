package licet.registry.webhook;

import licet.ingest.hub.RepoId;

/** What a message of the Hub asks of us. */
sealed interface Delivery {
    /**
     * A model to be read again.
     *
     * @param cause the same for every copy of a message
     */
    record Changed(RepoId model, String cause) implements Delivery {}

    /** Nothing that is kept here changed: a data set, a discussion, a pull request. */
    record Ignored() implements Delivery {}

    /** @param field JSON pointer to what is missing or wrong */
    record Malformed(String field) implements Delivery {}
}
