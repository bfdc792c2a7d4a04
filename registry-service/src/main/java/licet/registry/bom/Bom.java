package licet.registry.bom;

import java.util.List;

/**
 * What a bill of materials names.
 *
 * @param format for example {@code CycloneDX 1.6}
 */
public record Bom(String format, List<Entry> entries) {
    public Bom {
        entries = List.copyOf(entries);
    }

    /**
     * One model of it.
     *
     * @param label as the document calls it
     */
    public record Entry(String label, Named named) {}

    /** How a model is named. */
    public sealed interface Named {
        /** By its name on the Hub, as {@code owner/name}, with the revision after {@code @} where one is given. */
        record Model(String reference) implements Named {}

        /** By the SHA-256 of a file of weights, in lower-case hex. */
        record File(String sha256) implements Named {}

        /** A model that is named in no way that can be asked about. */
        record Nothing() implements Named {}
    }
}
