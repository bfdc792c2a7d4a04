package licet.web.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One fact in words. @param known false where nobody knows it */
public record FactRow(String label, String value, boolean known) {

    /** Facts that belong together. */
    public record Group(String title, List<FactRow> facts) {
        public Group {
            facts = List.copyOf(facts);
        }
    }

    /** A fact that another version has otherwise; empty where the version has it not. */
    public record Change(String label, Optional<String> before, Optional<String> after) {}

    /**
     * One version of facts.
     *
     * @param by who saved it; empty for the product itself
     * @param changes against the version before it; none for the first
     */
    public record Version(int version, Instant at, Optional<String> by, boolean first, List<Change> changes) {
        public Version {
            changes = List.copyOf(changes);
        }
    }
}
