package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;

/**
 * What somebody measured or heard of what fills a slot.
 *
 * @param figure in a unit, where it is one
 */
@Schema(name = "SlotNote")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SlotNote(UUID id, String slot, Kind kind, String words, Optional<Figure> figure, Review.Step written) {
    public enum Kind implements ClosedChoice {
        COST("cost"),
        QUALITY("quality"),
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }

    /** @param unit as people write it, such as {@code EUR/month} */
    @Schema(name = "SlotFigure")
    public record Figure(BigDecimal value, String unit) {}
}
