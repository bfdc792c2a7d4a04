package licet.rules.verdict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;
import licet.rules.policy.Policy;

/**
 * Every finding for one profile in one deployment, shared by all models with that profile.
 *
 * @param findings what stands as long as nobody says which of several versions of a text binds
 * @param open present where that matters
 * @param terms under which the model and what it was made from stand
 * @param policy whose rules were held against the facts
 * @param use what instruments are held against
 * @param validUntil first moment at which a dated comparison that was made can come out differently
 */
public record Assessment(
        List<Finding> findings,
        @JsonIgnore Optional<Open> open,
        @JsonIgnore Set<Profile.Term> terms,
        @JsonIgnore Optional<Policy> policy,
        Reach.Use use,
        Optional<Instant> validUntil) {
    public Assessment {
        findings = List.copyOf(findings);
    }

    /** One of texts that are all settled, whichever they are. */
    public Assessment(List<Finding> findings, Reach.Use use, Optional<Instant> validUntil) {
        this(findings, Optional.empty(), Set.of(), Optional.empty(), use, validUntil);
    }

    /** @param settled the findings that hold whichever versions bind */
    public record Open(List<Finding> settled, List<Versions> versions) {
        public Open {
            settled = List.copyOf(settled);
            versions = List.copyOf(versions);
        }
    }

    /** Every finding, of every version of a text that can be the one that binds. */
    public Stream<Finding> everything() {
        var versions = open.stream()
                .flatMap(left -> left.versions().stream())
                .flatMap(version -> version.under().values().stream())
                .flatMap(List::stream);
        return Stream.concat(findings.stream(), versions);
    }

    /** Whether some text that can bind here is this one. */
    boolean isUnder(LicenseKey text) {
        return terms.stream()
                .anyMatch(term ->
                        term.candidates().contains(text) || term.policies().contains(text));
    }
}
