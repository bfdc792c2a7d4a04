package licet.rules.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.text.Recognition;

/**
 * A license file among the evidence.
 *
 * @param specific the artifacts of which its name speaks; nothing when it may speak of any
 * @param text what it was recognized as; nothing when it could not be read
 */
record LicenseFile(EvidenceRef at, Optional<Set<Artifact>> specific, Optional<Recognition> text) {
    boolean speaksOf(Artifact artifact) {
        return specific.map(set -> set.contains(artifact)).orElse(false);
    }

    boolean isRead() {
        return text.isPresent();
    }

    Optional<Recognition.Exact> exact() {
        return text.flatMap(found -> found instanceof Recognition.Exact exact ? Optional.of(exact) : Optional.empty());
    }

    private Stream<Identification.NearMiss> nearMisses() {
        return text.stream().flatMap(found -> switch (found) {
            case Recognition.Near(var miss) -> Stream.of(miss);
            case Recognition.NearPolicy(var miss) -> Stream.of(miss);
            case Recognition.Exact _, Recognition.ExactPolicy _, Recognition.Unknown _ -> Stream.empty();
        });
    }

    static Optional<Identification.NearMiss> nearMiss(List<LicenseFile> files) {
        return files.stream().flatMap(LicenseFile::nearMisses).findFirst();
    }
}
