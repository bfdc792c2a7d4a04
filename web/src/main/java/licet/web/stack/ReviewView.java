package licet.web.stack;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.release.ReleaseEvent;
import licet.registry.stack.Decision;
import licet.registry.stack.Review;
import licet.registry.stack.SlotNote;
import licet.registry.stack.SlotState;

/**
 * One review.
 *
 * @param stack name of the stack
 * @param head of the review
 * @param cards one for each slot
 * @param steps that whoever looks may take: open, close, call-off
 * @param form for deciding, where whoever looks may
 */
public record ReviewView(
        String stack,
        Review.Head head,
        List<Card> cards,
        List<String> steps,
        Optional<StackForm> form,
        LocalDate today) {
    public ReviewView {
        cards = List.copyOf(cards);
        steps = List.copyOf(steps);
    }

    /**
     * A slot under review.
     *
     * @param now how it stands now; absent for a review that has ended
     * @param before how it stood in the review before, and what was decided then
     * @param since from which day on changes are shown
     */
    public record Card(
            Review.Item item,
            String role,
            Names names,
            Optional<SlotState> now,
            Optional<Review.Item> before,
            LocalDate since,
            List<ReleaseEvent> changes,
            List<SlotNote> notes) {
        public Card {
            changes = List.copyOf(changes);
            notes = List.copyOf(notes);
        }

        public boolean licenseChanged() {
            return before.filter(
                            then -> !then.stood().license().equals(item.stood().license()))
                    .isPresent();
        }
    }

    /** @param license as people call it @param developer and where it has its seat */
    public record Names(String license, String licenseBefore, String developer, String country) {}

    public long decided() {
        return cards.stream().filter(card -> card.item().decided().isPresent()).count();
    }

    public String address() {
        return "/stacks/" + head.stack() + "/reviews/" + head.id();
    }

    public List<String> decisions() {
        return Arrays.stream(Decision.values()).map(Decision::word).toList();
    }

    /** What stands in the field of a slot: what was typed last, else what is decided. */
    public String value(Card card, String field) {
        var decided = card.item().decided();
        Map<String, String> stored = decided.map(one -> Map.of(
                        "decision", one.decision().word(),
                        "reason", one.reason(),
                        "model", one.model().orElse(""),
                        "revision", one.revision().orElse("")))
                .orElse(Map.of());
        return form.map(open -> open.value(card.item().slot(), field, stored.getOrDefault(field, "")))
                .orElse("");
    }
}
