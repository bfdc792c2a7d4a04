package licet.rules.jurisdiction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import licet.rules.Check;
import licet.rules.facts.Country;
import licet.rules.facts.Ordered;

/**
 * Who publishes models.
 *
 * @param country ISO 3166-1 alpha-2 code of the seat, or {@link #UNKNOWN_COUNTRY}
 * @param hubOwners Hub namespaces in their usual spelling
 */
public record Developer(
        String key,
        String name,
        String country,
        List<String> hubOwners,
        List<ContractingEntity> contracting,
        Mark mark,
        Optional<String> note) {
    public static final String UNKNOWN_COUNTRY = "??";

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}|\\?\\?");
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]*|hub:.*");

    public Developer {
        Check.matches(key, KEY, "developer key");
        Check.matches(country, COUNTRY, "country of " + key);
        hubOwners = List.copyOf(hubOwners);
        contracting = List.copyOf(contracting);
    }

    /**
     * Who signs.
     *
     * @param licenseesIn countries and regions whose licensees it contracts with; empty when it contracts with all others
     * @param condition in which text it signs, empty when in every one
     */
    public record ContractingEntity(String name, Set<String> licenseesIn, Optional<String> condition) {
        public ContractingEntity {
            licenseesIn = Ordered.copy(licenseesIn);
        }
    }

    /** Who contracts with a licensee of this seat; more than one where the text decides, none where nobody is on record. */
    public List<ContractingEntity> contractingWith(Country seat, Regions regions) {
        var own = contracting.stream()
                .filter(entity -> regions.contains(entity.licenseesIn(), seat))
                .toList();
        return own.isEmpty()
                ? contracting.stream()
                        .filter(entity -> entity.licenseesIn().isEmpty())
                        .toList()
                : own;
    }

    /** How well the seat and the Hub namespaces are known. */
    public enum Mark {
        /** Entity or law named in a license text. */
        LICENSE_TEXT,
        /** Seen in a public text. */
        SEEN,
        /** Not verified. */
        GENERAL_KNOWLEDGE
    }

    static Developer unknown(String owner) {
        return new Developer(
                "hub:" + owner,
                owner,
                UNKNOWN_COUNTRY,
                List.of(owner),
                List.of(),
                Mark.GENERAL_KNOWLEDGE,
                Optional.empty());
    }
}
