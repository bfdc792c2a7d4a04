package licet.rules.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every finding for one profile in one deployment, shared by all models with that profile.
 *
 * @param use what instruments are held against
 * @param validUntil first moment at which a dated comparison that was made can come out differently
 */
public record Assessment(List<Finding> findings, Reach.Use use, Optional<Instant> validUntil) {
    public Assessment {
        findings = List.copyOf(findings);
    }
}
