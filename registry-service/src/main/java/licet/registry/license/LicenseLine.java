package licet.registry.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A license or use policy as lists show it.
 *
 * @param kind license or use-policy
 * @param reference SPDX id or {@code LicenseRef-…}; absent for a use policy
 * @param licenseClass from permissive to research-only; absent for a use policy
 * @param models whose weights stand under it
 * @param bound further models that its terms bind, through a base or for another artifact
 */
@Schema(name = "LicenseLine")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LicenseLine(
        String key,
        String kind,
        String title,
        String version,
        Optional<String> reference,
        Optional<String> family,
        Optional<String> steward,
        Optional<String> licenseClass,
        Optional<LocalDate> effective,
        List<String> hubIds,
        List<String> licenseNames,
        long models,
        long bound) {
    static final String LICENSE = "license";
    static final String USE_POLICY = "use-policy";

    public LicenseLine {
        hubIds = List.copyOf(hubIds);
        licenseNames = List.copyOf(licenseNames);
    }

    public boolean isUsePolicy() {
        return kind.equals(USE_POLICY);
    }
}
