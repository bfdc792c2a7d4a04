package licet.registry.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Basis;

/** Which licenses people decided under. Roles of evidence are a node, an artifact, and the license that binds there. */
final class BoundLicenses {
    private static final Set<String> ARTIFACTS =
            Arrays.stream(Artifact.values()).map(Ids::of).collect(Collectors.toUnmodifiableSet());

    private BoundLicenses() {}

    static List<EvidenceLine.License> of(Basis basis) {
        var all = new ArrayList<EvidenceLine.License>();
        basis.evidence().forEach((role, texts) -> {
            int end = role.lastIndexOf('/');
            int middle = role.lastIndexOf('/', end - 1);
            if (middle > 0 && ARTIFACTS.contains(role.substring(middle + 1, end))) {
                all.add(new EvidenceLine.License(role.substring(0, end), role.substring(end + 1), texts));
            }
        });
        return all;
    }

    static List<LicenseKey> keys(Basis basis) {
        return of(basis).stream()
                .map(license -> new LicenseKey(license.key()))
                .distinct()
                .toList();
    }
}
