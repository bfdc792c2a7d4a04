package licet.registry.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One thing that is not as it was. Each kind is written with its own fields; {@link DriftForm} names them. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Drift {
    /** What the publisher declares as the license, as far as both looks saw it. */
    record LicenseTag(List<String> before, List<String> after) implements Drift {
        public LicenseTag {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * A license, notice or policy file came, went or says something else.
     *
     * @param before SHA-256 of the content in hex; empty where there was no such file
     */
    record LicenseText(String path, Optional<String> before, Optional<String> after) implements Drift {}

    /** How files are handed out: {@code none}, {@code auto}, {@code manual} or {@code unknown}. */
    record Gated(String before, String after) implements Drift {}

    /** Other weights under an unchanged name. Hashes are SHA-256 in hex. */
    record Weights(String path, String before, String after) implements Drift {}

    /** The declared bases, each as {@code relation:owner/name}. */
    record BaseModel(List<String> before, List<String> after) implements Drift {
        public BaseModel {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    record Renamed(String before, String after) implements Drift {}

    /** A complete listing lacks it: deleted, made private or moved away. */
    record Unlisted() implements Drift {}

    /** The Hub denies it by name: deleted or made private. */
    record Gone() implements Drift {}

    /** It is there again after it was missing. */
    record Returned() implements Drift {}

    /** Taken down by the Hub, or given back. */
    record Disabled(boolean now) implements Drift {}

    /** First seen by a watch that had covered everything before. */
    record NewMember(UUID watch) implements Drift {}
}
