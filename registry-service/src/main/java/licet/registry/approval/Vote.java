package licet.registry.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;

/**
 * What one person decided in one stage.
 *
 * @param onBehalfOf the colleague who is away and whose right this is, if it is not the person's own
 * @param conditions what has to be done although it is approved
 */
public record Vote(
        String stage,
        UUID person,
        Optional<UUID> onBehalfOf,
        Decision decision,
        String reason,
        List<Condition> conditions,
        Instant at) {
    public Vote {
        conditions = List.copyOf(conditions);
        if (!conditions.isEmpty() && decision != Decision.APPROVE) {
            throw new IllegalArgumentException("only an approval has conditions");
        }
    }

    /** Whether this person's word is in it, by themselves or through a colleague. */
    boolean isOf(UUID somebody) {
        return person.equals(somebody) || onBehalfOf.filter(somebody::equals).isPresent();
    }

    /** What somebody can decide in a stage. */
    public enum Decision implements ClosedChoice {
        APPROVE("approve"),
        REJECT("reject"),
        /** With questions to the requester. */
        SEND_BACK("send-back");

        private final String word;

        Decision(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** @param owner who does it */
    public record Condition(String words, UUID owner, LocalDate due) {}
}
