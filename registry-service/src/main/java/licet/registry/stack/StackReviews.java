package licet.registry.stack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * The life of a review: scheduled for a day, opened, decided slot by slot, closed. Closing changes all slots at once and
 * schedules the next one.
 */
@Singleton
public class StackReviews {
    private final Database database;
    private final AuditLog audit;
    private final SlotSurvey survey;
    private final Fillings fillings;
    private final Clock clock;

    StackReviews(Database database, AuditLog audit, SlotSurvey survey, Fillings fillings, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.survey = survey;
        this.fillings = fillings;
        this.clock = clock;
    }

    /** Of a stack, the last due first. */
    public List<Review.Head> list(String key) {
        return database.read(
                sql -> ReviewTable.list(sql, StackTable.get(sql, key).id()));
    }

    /** Of all stacks: due within some days, and not called off. */
    public List<Review.Head> due(LocalDate from, LocalDate to) {
        return database.read(sql -> ReviewTable.list(sql, from, to));
    }

    public Review get(String key, UUID id) {
        return database.read(sql -> ReviewTable.get(sql, StackTable.get(sql, key), id));
    }

    /** The one that was closed before it, to see what changed since. */
    public Optional<Review> findBefore(String key, Review review) {
        return database.read(sql -> ReviewTable.findBefore(sql, StackTable.get(sql, key), review));
    }

    /** The day on which a review shall be. @throws licet.registry.platform.problem.ProblemException naming {@code /due} */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw NewStack.malformed("/due", text, "write a day such as 2027-01-15");
        }
    }

    /** Moves the one that is scheduled, where there is one. */
    public Review schedule(String key, LocalDate due, Principal caller) {
        if (due.isBefore(LocalDate.now(clock))) {
            throw NewStack.malformed("/due", due.toString(), "choose today or a later day");
        }
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            var running = ReviewTable.findRunning(sql, stack.id());
            running.ifPresent(review -> require(review, ReviewState.SCHEDULED, "close it or call it off first"));
            var id = running.map(Review.Head::id).orElseGet(() -> TimeOrderedId.at(clock.instant()));
            schedule(sql, stack, id, due, by);
            audit(caller, "stack-review.schedule", id, Map.of("stack", key, "due", due.toString()));
            return ReviewTable.get(sql, stack, id);
        });
    }

    private void schedule(Statements sql, Stack stack, UUID id, LocalDate due, UUID by) {
        sql.update(
                "INSERT INTO stack_review (id, stack_id, due, state, scheduled_by, scheduled_at)"
                        + " VALUES (?, ?, ?, 'scheduled', ?, ?) ON CONFLICT (id) DO UPDATE SET due = excluded.due,"
                        + " scheduled_by = excluded.scheduled_by, scheduled_at = excluded.scheduled_at, told_days = NULL",
                id,
                stack.id(),
                due,
                by,
                clock.instant());
    }

    /** Takes down how each slot stands. The gate is asked before, so that nothing is held meanwhile. */
    public Review open(String key, UUID id, Principal caller) {
        var before = database.read(sql -> StackTable.get(sql, key));
        StackRights.require(before.team(), caller);
        if (before.slots().stream().allMatch(slot -> slot.filling().isEmpty())) {
            throw new RegistryProblem.Conflict(ReviewTable.KIND, key, "no slot is filled: there is nothing to review")
                    .asException();
        }
        var stood = survey.of(before);
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            if (!stack.slots().equals(before.slots())) {
                throw new RegistryProblem.ChangedMeanwhile(StackTable.KIND, key).asException();
            }
            require(
                    ReviewTable.get(sql, stack, id).head(),
                    ReviewState.SCHEDULED,
                    "only a scheduled one can be opened");
            sql.update(
                    "UPDATE stack_review SET state = 'open', opened_by = ?, opened_at = ? WHERE id = ?",
                    by,
                    clock.instant(),
                    id);
            insert(sql, id, stack, stood);
            audit(caller, "stack-review.open", id, Map.of("stack", key, "slots", stood.size()));
            return ReviewTable.get(sql, stack, id);
        });
    }

    private static void insert(Statements sql, UUID id, Stack stack, Map<UUID, Review.Stood> stood) {
        sql.batch(
                "INSERT INTO stack_review_item (review_id, slot_id, filling_id, verdict, permitted, reasons, license,"
                        + " family, developer, country) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                stack.slots().stream()
                        .flatMap(slot ->
                                Optional.ofNullable(stood.get(slot.id())).map(then -> row(id, slot, then)).stream())
                        .toList());
    }

    private static @Nullable Object[] row(UUID id, Slot slot, Review.Stood stood) {
        return new @Nullable Object[] {
            id,
            slot.id(),
            slot.filling().orElseThrow().id(),
            stood.verdict(),
            stood.permitted(),
            stood.reasons().toArray(String[]::new),
            stood.license(),
            stood.family(),
            stood.developer(),
            stood.country()
        };
    }

    /** The last word before closing counts. */
    public Review decide(String key, UUID id, String slotKey, NewDecision wish, Principal caller) {
        var pinned = wish.model().map(model -> fillings.pin(model, wish.revision()));
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            require(ReviewTable.get(sql, stack, id).head(), ReviewState.OPEN, "only an open one decides");
            int rows = sql.update(
                    "UPDATE stack_review_item SET decision = ?, reason = ?, new_model = ?, new_revision = ?,"
                            + " decided_by = ?, decided_at = ? WHERE review_id = ? AND slot_id = ?",
                    wish.decision().word(),
                    wish.reason(),
                    pinned.map(model -> model.model().value()).orElse(null),
                    pinned.map(Fillings.Pinned::revision).orElse(null),
                    by,
                    clock.instant(),
                    id,
                    stack.slot(slotKey).id());
            if (rows == 0) {
                throw new RegistryProblem.NotFound("slot of the review", slotKey).asException();
            }
            audit(
                    caller,
                    "stack-review.decide",
                    id,
                    Map.of("slot", slotKey, "decision", wish.decision().word()));
            return ReviewTable.get(sql, stack, id);
        });
    }

    public Review callOff(String key, UUID id, Principal caller) {
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            end(sql, id, "called-off", by);
            audit(caller, "stack-review.call-off", id, Map.of("stack", key));
            return ReviewTable.get(sql, stack, id);
        });
    }

    /** Needs a decision for each slot. */
    public Review close(String key, UUID id, Principal caller) {
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            var review = ReviewTable.get(sql, stack, id);
            require(review.head(), ReviewState.OPEN, "only an open one can be closed");
            if (review.open() > 0) {
                throw new RegistryProblem.Conflict(
                                ReviewTable.KIND,
                                key,
                                "decide about each slot first: %d are open".formatted(review.open()))
                        .asException();
            }
            review.items().forEach(item -> apply(sql, stack, item, by));
            end(sql, id, "closed", by);
            var next = next(stack, review.head().due());
            schedule(sql, stack, TimeOrderedId.at(clock.instant()), next, by);
            audit(caller, "stack-review.close", id, Map.of("stack", key, "next", next.toString()));
            return ReviewTable.get(sql, stack, id);
        });
    }

    private void apply(Statements sql, Stack stack, Review.Item item, UUID by) {
        var slot = stack.slot(item.slot());
        var decided = item.decided().orElseThrow();
        switch (decided.decision()) {
            case RENEW -> {}
            case REPLACE ->
                fillings.replace(
                        sql,
                        slot,
                        item.filling(),
                        fillings.pin(NewFilling.model("/model", decided.model().orElseThrow()), decided.revision()),
                        by);
            case RETIRE -> fillings.end(sql, slot);
        }
    }

    private void end(Statements sql, UUID id, String state, UUID by) {
        int rows = sql.update(
                "UPDATE stack_review SET state = ?, ended_by = ?, ended_at = ? WHERE id = ?"
                        + " AND state IN ('scheduled', 'open')",
                state,
                by,
                clock.instant(),
                id);
        if (rows == 0) {
            throw new RegistryProblem.Conflict(ReviewTable.KIND, id.toString(), "it has ended").asException();
        }
    }

    /** By the cadence from the day that was due; from today where that has passed as well. */
    private LocalDate next(Stack stack, LocalDate due) {
        var today = LocalDate.now(clock);
        var next = due.plusMonths(stack.cadenceMonths());
        return next.isAfter(today) ? next : today.plusMonths(stack.cadenceMonths());
    }

    private static void require(Review.Head review, ReviewState state, String mend) {
        if (review.state() != state) {
            throw new RegistryProblem.Conflict(ReviewTable.KIND, review.id().toString(), mend).asException();
        }
    }

    private void audit(Principal caller, String action, UUID id, Map<String, ?> detail) {
        audit.append(AuditEvent.of(caller.actor(), action, ReviewTable.KIND, id.toString(), detail));
    }
}
