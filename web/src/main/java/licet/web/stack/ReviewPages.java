package licet.web.stack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Principal;
import licet.registry.stack.Filling;
import licet.registry.stack.Review;
import licet.registry.stack.ReviewState;
import licet.registry.stack.SlotChanges;
import licet.registry.stack.SlotNote;
import licet.registry.stack.SlotNotes;
import licet.registry.stack.SlotState;
import licet.registry.stack.StackReviews;
import licet.registry.stack.StackRights;
import licet.registry.stack.StackState;
import licet.registry.stack.StackStates;
import licet.web.layout.Names;

/** Puts the page of a review together: what changed since the last one, slot by slot. */
@Singleton
final class ReviewPages {
    private static final Set<String> UNNAMED = Set.of("unclear", "unknown");

    private final StackStates states;
    private final StackReviews reviews;
    private final SlotChanges changes;
    private final SlotNotes notes;
    private final Teams teams;
    private final StackPages pages;
    private final Names names;
    private final Clock clock;

    ReviewPages(
            StackStates states,
            StackReviews reviews,
            SlotChanges changes,
            SlotNotes notes,
            Teams teams,
            StackPages pages,
            Names names,
            Clock clock) {
        this.states = states;
        this.reviews = reviews;
        this.changes = changes;
        this.notes = notes;
        this.teams = teams;
        this.pages = pages;
        this.names = names;
        this.clock = clock;
    }

    ReviewView one(Review review, String token, StackPages.Sent sent, Principal caller) {
        var stack = states.get(review.head().stack());
        boolean may = StackRights.mayChange(teams.get(stack.team()).id(), caller);
        var before = reviews.findBefore(stack.key(), review);
        var written = notes.list(stack.key());
        return new ReviewView(
                stack.name(),
                review.head(),
                review.items().stream()
                        .map(item -> card(item, review, stack, before, written))
                        .toList(),
                may ? steps(review.head().state()) : List.of(),
                may && review.head().state() == ReviewState.OPEN
                        ? Optional.of(pages.form(token, sent, List.of(), List.of()))
                        : Optional.empty(),
                LocalDate.now(clock));
    }

    private static List<String> steps(ReviewState state) {
        return switch (state) {
            case SCHEDULED -> List.of("open", "call-off");
            case OPEN -> List.of("close", "call-off");
            case CLOSED, CALLED_OFF -> List.of();
        };
    }

    private ReviewView.Card card(
            Review.Item item, Review review, StackState stack, Optional<Review> last, List<SlotNote> written) {
        var before = last.flatMap(one -> one.items().stream()
                .filter(then -> then.slot().equals(item.slot()))
                .findFirst());
        var since = since(item, last);
        return new ReviewView.Card(
                item,
                pages.roleNames().getOrDefault(item.role(), item.role()),
                words(item, before),
                stack.slots().stream()
                        .filter(_ -> review.head().state() == ReviewState.OPEN)
                        .filter(slot -> slot.key().equals(item.slot()) && isSame(slot, item.filling()))
                        .findFirst(),
                before,
                since,
                changes.since(item.filling(), since),
                written.stream()
                        .filter(note -> note.slot().equals(item.slot()))
                        .filter(note -> !day(note.written()).isBefore(since))
                        .toList());
    }

    private static boolean isSame(SlotState slot, Filling filling) {
        return slot.filling().filter(now -> now.id().equals(filling.id())).isPresent();
    }

    /** The day of the last review, or that on which this model came into the slot. */
    private static LocalDate since(Review.Item item, Optional<Review> last) {
        return last.flatMap(one -> one.head().opened())
                .map(ReviewPages::day)
                .orElseGet(() -> LocalDate.ofInstant(item.filling().since(), ZoneOffset.UTC));
    }

    private static LocalDate day(Review.Step step) {
        return LocalDate.ofInstant(step.at(), ZoneOffset.UTC);
    }

    private ReviewView.Names words(Review.Item item, Optional<Review.Item> before) {
        var stood = item.stood();
        return new ReviewView.Names(
                license(stood.license()),
                before.map(then -> license(then.stood().license())).orElse(""),
                names.developer(stood.developer()),
                names.country(stood.country()).orElse(stood.country()));
    }

    /** Empty where none can be named. */
    private String license(String key) {
        return UNNAMED.contains(key) ? "" : names.license(key);
    }
}
