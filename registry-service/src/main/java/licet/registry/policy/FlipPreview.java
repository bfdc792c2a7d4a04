package licet.registry.policy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What would change if a text were in force in place of the one that is. It tells which rules and clauses matter, and
 * no value of any fact.
 *
 * @param against id of the version in force, for example {@code balanced/3}
 * @param day UTC day of both evaluations
 * @param combinations how many pairs of profile and deployment were evaluated, under each text
 * @param same how many answers would stay as they are, with the same reasons
 * @param flips answers that would be other ones
 * @param otherReasons answers that would stay, with other reasons
 */
@Schema(name = "FlipPreview")
public record FlipPreview(
        String against, LocalDate day, int combinations, long same, List<Group> flips, List<Group> otherReasons) {
    public FlipPreview {
        flips = List.copyOf(flips);
        otherReasons = List.copyOf(otherReasons);
    }

    /** How many answers would be other ones. */
    public long flipped() {
        return flips.stream().mapToLong(Group::models).sum();
    }

    /**
     * Models of one deployment that go the same way.
     *
     * @param models how many
     * @param gone ids of the reasons that would no longer stand, the most frequent first
     * @param added ids of the reasons that would be new, the most frequent first
     * @param examples some of the models, the most downloaded first
     */
    @Schema(name = "FlipGroup")
    public record Group(
            String deployment,
            String name,
            String from,
            String to,
            long models,
            List<String> gone,
            List<String> added,
            List<String> examples) {
        public Group {
            gone = List.copyOf(gone);
            added = List.copyOf(added);
            examples = List.copyOf(examples);
        }
    }
}
