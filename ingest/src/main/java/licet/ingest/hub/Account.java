package licet.ingest.hub;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A user or an organization.
 *
 * @param name the namespace of its repositories, in the Hub's own spelling
 * @param verified the Hub vouches for the organization's name; users are never verified
 * @param details what it says of itself
 */
public record Account(
        Kind kind,
        String name,
        Optional<String> objectId,
        Optional<String> fullName,
        Optional<String> details,
        boolean verified,
        Counts counts) {
    public enum Kind {
        USER,
        ORGANIZATION
    }

    public record Counts(OptionalLong models, OptionalLong datasets, OptionalLong followers, OptionalLong members) {}
}
