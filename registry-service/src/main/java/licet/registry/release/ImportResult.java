package licet.registry.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;

/**
 * What an import did, or would do.
 *
 * @param taken false for a look ahead, which changes nothing
 */
@Schema(name = "ReleaseImport")
public record ImportResult(boolean taken, List<Line> lines) {
    public ImportResult {
        lines = List.copyOf(lines);
    }

    public enum Outcome implements ClosedChoice {
        ADDED("added"),
        CHANGED("changed"),
        /** The document says that it no longer is. */
        WITHDRAWN("withdrawn"),
        /** The same as before; also what somebody here withdrew. */
        UNCHANGED("unchanged"),
        REFUSED("refused");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }

    /** @param what as the document calls it @param when days, where they could be read @param why it was refused */
    @Schema(name = "ReleaseImportLine")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Line(Outcome outcome, String what, Optional<String> when, Optional<String> why) {
        static Line refused(String what, String why) {
            return new Line(Outcome.REFUSED, what, Optional.empty(), Optional.of(why));
        }
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
