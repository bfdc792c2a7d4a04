package licet.registry.change;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What a change of facts would do to the answers, before it is saved.
 *
 * @param day UTC day of both evaluations
 * @param combinations how many pairs of profile and deployment were evaluated, with the facts of today
 * @param deployments those whose facts would change
 */
@Schema(name = "FactPreview")
public record FactPreview(LocalDate day, int combinations, List<Part> deployments) {
    public FactPreview {
        deployments = List.copyOf(deployments);
    }

    /** How many answers would be other ones. */
    public long flipped() {
        return deployments.stream()
                .flatMap(part -> part.flips().stream())
                .mapToLong(Group::models)
                .sum();
    }

    /**
     * One deployment.
     *
     * @param isNew it is not on record yet, so that nothing can flip
     * @param before how many models have each answer today
     * @param after how many would have it
     * @param otherReasons how many would keep their answer for other reasons
     */
    @Schema(name = "FactPreviewPart")
    public record Part(
            String deployment,
            String name,
            boolean isNew,
            Answers before,
            Answers after,
            List<Group> flips,
            long otherReasons) {
        public Part {
            flips = List.copyOf(flips);
        }
    }

    /** Models by answer. */
    @Schema(name = "AnswerCounts")
    public record Answers(long allow, long needs, long deny) {
        public long all() {
            return allow + needs + deny;
        }
    }

    /**
     * Models that go the same way.
     *
     * @param gone reasons that would no longer stand, the most frequent first
     * @param added reasons that would be new, the most frequent first
     * @param examples some of the models, the most downloaded first
     */
    @Schema(name = "FactFlips")
    public record Group(String from, String to, long models, List<Why> gone, List<Why> added, List<String> examples) {
        public Group {
            gone = List.copyOf(gone);
            added = List.copyOf(added);
            examples = List.copyOf(examples);
        }
    }

    /** @param id of the reason; {@code models} for how many it counts */
    @Schema(name = "FactFlipReason")
    public record Why(String id, String text, long models) {}
}
