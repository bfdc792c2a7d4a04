package licet.rules.release;

import java.util.List;
import java.util.Optional;
import licet.rules.evidence.ModelId;
import licet.rules.license.LicenseKey;

/**
 * What is on record about a model, to hold a claim against. What is unknown is empty and refutes nothing.
 *
 * @param stated whether no repository of it was ever read: then all of this is only stated, too
 * @param licenses texts that can govern the weights; one when it is identified
 * @param context tokens
 * @param mixture whether it has experts
 * @param country ISO 3166 code of the developer's seat
 */
public record Observed(
        ModelId model,
        boolean stated,
        Optional<Period> released,
        Optional<Size> size,
        List<LicenseKey> licenses,
        Optional<Long> context,
        Optional<Boolean> mixture,
        Optional<String> country) {
    public Observed {
        licenses = List.copyOf(licenses);
    }
}
