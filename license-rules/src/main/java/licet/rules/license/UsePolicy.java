package licet.rules.license;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A use policy: a separate, versioned document that binds through a license. */
public record UsePolicy(
        LicenseKey key,
        String title,
        String version,
        Optional<LocalDate> effective,
        License.Terms.Kind terms,
        List<Clause> clauses) {
    public UsePolicy {
        clauses = List.copyOf(clauses);
    }
}
