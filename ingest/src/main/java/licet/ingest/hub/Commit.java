package licet.ingest.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit as the Hub lists it.
 *
 * @param message what follows the title; empty where the list gives titles alone
 * @param authors names of accounts
 */
public record Commit(String id, String title, String message, List<String> authors, Optional<Instant> date) {
    public Commit {
        authors = List.copyOf(authors);
    }
}
