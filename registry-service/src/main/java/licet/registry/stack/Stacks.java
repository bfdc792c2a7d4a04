package licet.registry.stack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.stack.SlotRoles;

/** The stacks of the organization. While a review of one is open, its slots change by the review alone. */
@Singleton
public class Stacks {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;
    private final AuditLog audit;
    private final Fillings fillings;
    private final Facts facts;
    private final SlotRoles roles;
    private final Clock clock;

    Stacks(Database database, AuditLog audit, Fillings fillings, Facts facts, SlotRoles roles, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.fillings = fillings;
        this.facts = facts;
        this.roles = roles;
        this.clock = clock;
    }

    /** Those that run, by name. */
    public List<Stack> list() {
        return database.read(StackTable::list);
    }

    public Stack get(String key) {
        return database.read(sql -> StackTable.get(sql, key));
    }

    /** What filled a slot, the newest first. */
    public List<Filling> history(String key, String slot) {
        return database.read(
                sql -> Fillings.history(sql, StackTable.get(sql, key).slot(slot)));
    }

    /** What no longer fills any of its slots, what ended last before the rest. */
    public List<PastFilling> past(String key) {
        return database.read(sql -> Fillings.past(sql, StackTable.get(sql, key).id()));
    }

    public Stack make(NewStack wish, Principal caller) {
        return database.write(sql -> {
            var team = team(sql, wish.team());
            StackRights.require(team, caller);
            var now = clock.instant();
            int rows = sql.update(
                    "INSERT INTO stack (id, key, name, team_id, cadence_months, version, made_at)"
                            + " VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT (key) DO NOTHING",
                    TimeOrderedId.at(now),
                    wish.key(),
                    wish.name(),
                    team.id(),
                    wish.cadenceMonths(),
                    now);
            if (rows == 0) {
                throw new RegistryProblem.Conflict(StackTable.KIND, wish.key(), "choose another key").asException();
            }
            var made = StackTable.get(sql, wish.key());
            audit(caller, "stack.make", made, detail(wish));
            return made;
        });
    }

    /** Needs the right for the team that owns it and for the one that shall. */
    public Stack change(NewStack wish, Principal caller) {
        return database.write(sql -> {
            var before = StackTable.lock(sql, wish.key());
            StackRights.require(before.team(), caller);
            var team = team(sql, wish.team());
            StackRights.require(team, caller);
            sql.update(
                    "UPDATE stack SET name = ?, team_id = ?, cadence_months = ? WHERE id = ?",
                    wish.name(),
                    team.id(),
                    wish.cadenceMonths(),
                    before.id());
            audit(caller, "stack.change", before, detail(wish));
            return StackTable.get(sql, wish.key());
        });
    }

    /** Its slots are emptied and its next review is called off; what was stays on record. */
    public Stack end(String key, Principal caller) {
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            requireStill(sql, stack);
            stack.slots().forEach(slot -> fillings.end(sql, slot));
            var now = clock.instant();
            sql.update(
                    "UPDATE stack_review SET state = 'called-off', ended_by = ?, ended_at = ? WHERE stack_id = ?"
                            + " AND state = 'scheduled'",
                    by,
                    now,
                    stack.id());
            sql.update("UPDATE stack SET ended_at = ? WHERE id = ?", now, stack.id());
            audit(caller, "stack.end", stack, Map.of("key", key));
            return StackTable.get(sql, key);
        });
    }

    /** Makes the slot where there is none of that key. */
    public Stack fill(String key, String slotKey, NewFilling wish, Principal caller) {
        requireRole(wish.role());
        var current = facts.current();
        if (current.find(wish.deployment()).isEmpty()) {
            throw Verdicts.unknownDeployment(wish.deployment(), current);
        }
        var slot = NewStack.key("/slot", slotKey);
        var pinned = fillings.pin(wish.model(), wish.revision());
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            var by = StackRights.require(stack.team(), caller);
            requireStill(sql, stack);
            var now = clock.instant();
            sql.update(
                    "INSERT INTO stack_slot (id, stack_id, key, role, made_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT ON CONSTRAINT stack_slot_once DO UPDATE SET role = excluded.role",
                    TimeOrderedId.at(now),
                    stack.id(),
                    slot,
                    wish.role(),
                    now);
            var place = StackTable.get(sql, key).slot(slot);
            fillings.put(sql, place, pinned, wish, new Fillings.Hands(owner(sql, stack, wish, by), by));
            var after = StackTable.get(sql, key);
            audit(caller, "slot.fill", stack, detail(after.slot(slot)));
            return after;
        });
    }

    /** Takes what fills a slot out of use; the slot and its history stay. */
    public Stack empty(String key, String slotKey, Principal caller) {
        return database.write(sql -> {
            var stack = StackTable.lock(sql, key);
            StackRights.require(stack.team(), caller);
            requireStill(sql, stack);
            fillings.end(sql, stack.slot(slotKey));
            audit(caller, "slot.empty", stack, Map.of("slot", slotKey));
            return StackTable.get(sql, key);
        });
    }

    private static void requireStill(Statements sql, Stack stack) {
        ReviewTable.findRunning(sql, stack.id())
                .filter(review -> review.state() == ReviewState.OPEN)
                .ifPresent(review -> {
                    throw new RegistryProblem.Conflict(
                                    ReviewTable.KIND, stack.key(), "a review is open: decide there, or call it off")
                            .asException();
                });
    }

    private void requireRole(String role) {
        if (roles.find(role).isEmpty()) {
            throw NewStack.malformed(
                    "/role",
                    role,
                    "use one of "
                            + String.join(
                                    ", ",
                                    roles.all().stream()
                                            .map(SlotRoles.Role::key)
                                            .toList()));
        }
    }

    /** A member of the team; whoever asks where nobody is named. */
    private static UUID owner(Statements sql, Stack stack, NewFilling wish, UUID by) {
        return sql.find(
                        "SELECT p.id FROM person p JOIN team_member m ON m.person_id = p.id WHERE m.team_id = ?"
                                + " AND p.state = 'active' AND (lower(p.login) = lower(?) OR p.id = ?)",
                        row -> row.getObject("id", UUID.class),
                        stack.team().id(),
                        wish.owner().orElse(""),
                        wish.owner().isPresent() ? NOBODY : by)
                .orElseThrow(() -> NewStack.malformed(
                        "/owner",
                        wish.owner().orElse(null),
                        "name an active member of the team " + stack.team().key()));
    }

    private static Stack.Team team(Statements sql, String key) {
        return sql.find(
                        "SELECT id, key FROM team WHERE key = ?",
                        row -> new Stack.Team(row.getObject("id", UUID.class), row.getString("key")),
                        key.strip())
                .orElseThrow(() -> NewStack.malformed("/team", key, "give the key of a team"));
    }

    private void audit(Principal caller, String action, Stack stack, Map<String, ?> detail) {
        audit.append(AuditEvent.of(
                caller.actor(), action, StackTable.KIND, stack.id().toString(), detail));
    }

    private static Map<String, ?> detail(NewStack wish) {
        return Map.of(
                "key", wish.key(), "name", wish.name(), "team", wish.team(), "cadenceMonths", wish.cadenceMonths());
    }

    private static Map<String, ?> detail(Slot slot) {
        var filling = slot.filling().orElseThrow();
        return Map.of(
                "slot", slot.key(),
                "role", slot.role(),
                "model", filling.model(),
                "revision", filling.revision(),
                "deployment", filling.deployment(),
                "owner", filling.owner().id().toString(),
                "routing", filling.routing().orElse(""));
    }
}
