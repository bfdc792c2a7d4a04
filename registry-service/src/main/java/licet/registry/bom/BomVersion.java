package licet.registry.bom;

import java.util.Arrays;
import java.util.stream.Collectors;
import licet.registry.platform.problem.RegistryProblem;

/** In which version of which standard a document is written. */
public enum BomVersion {
    CYCLONEDX_1_6("cyclonedx", "1.6", "application/vnd.cyclonedx+json; version=1.6"),
    CYCLONEDX_1_7("cyclonedx", "1.7", "application/vnd.cyclonedx+json; version=1.7"),
    SPDX_3_0_1("spdx", "3.0.1", "application/spdx+json; version=3.0.1");

    private final String format;
    private final String version;
    private final String mediaType;

    BomVersion(String format, String version, String mediaType) {
        this.format = format;
        this.version = version;
        this.mediaType = mediaType;
    }

    String version() {
        return version;
    }

    BomFile file(String name, String body) {
        return new BomFile(name + (this == SPDX_3_0_1 ? ".spdx.json" : ".cdx.json"), mediaType, body);
    }

    /** @param version empty for the one that most tools read */
    public static BomVersion of(String format, String version) {
        var known = Arrays.stream(values())
                .filter(each -> each.format.equals(format))
                .toList();
        if (known.isEmpty()) {
            throw new RegistryProblem.Malformed("format", format, "use cyclonedx or spdx").asException();
        }
        return known.stream()
                .filter(each -> version.isEmpty() || each.version.equals(version))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.Malformed(
                                "version",
                                version,
                                "use " + known.stream().map(BomVersion::version).collect(Collectors.joining(" or ")))
                        .asException());
    }
}
