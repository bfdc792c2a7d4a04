package licet.web.stack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.stack.PastFilling;
import licet.registry.stack.Review;
import licet.registry.stack.SlotNote;
import licet.registry.stack.StackState;

/**
 * One stack.
 *
 * @param roles names of roles by key
 * @param past what no longer fills a slot
 * @param form for those who may change it
 */
public record StackView(
        StackState stack,
        Map<String, String> roles,
        List<SlotNote> notes,
        List<Review.Head> reviews,
        List<PastFilling> past,
        LocalDate today,
        Optional<StackForm> form) {
    public StackView {
        roles = Map.copyOf(roles);
        notes = List.copyOf(notes);
        reviews = List.copyOf(reviews);
        past = List.copyOf(past);
    }

    /** A role that no longer ships stands as its key. */
    public String roleName(String key) {
        return roles.getOrDefault(key, key);
    }

    public boolean isOverdue(LocalDate due) {
        return due.isBefore(today);
    }

    public String address() {
        return "/stacks/" + stack.key();
    }
}
