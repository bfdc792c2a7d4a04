package licet.rules.text;

import java.util.regex.Pattern;
import licet.rules.Check;
import licet.rules.license.LicenseKey;

/**
 * A synthetic text of the recorded Hub that is read as if it were a restricted license text or use policy. It is known only when the
 * knowledge was loaded with stand-ins.
 *
 * @param sha256 of its normal text
 */
public record StandIn(LicenseKey key, LicenseKey standsInFor, String sha256) {
    public static final String PREFIX = "test-standin-";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public StandIn {
        Check.that(
                key.value().equals(PREFIX + standsInFor),
                "the stand-in for %s must have the key %s%s, but has %s"
                        .formatted(standsInFor, PREFIX, standsInFor, key));
        Check.matches(sha256, HASH, "sha256 of " + key);
    }
}
