package licet.registry.stack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Catalog;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.rules.evidence.ModelId;
import licet.rules.release.ModelFamilies;

/** Puts models into slots and takes them out; what was there stays on record. */
@Singleton
class Fillings {
    private final Catalog catalog;
    private final ModelFamilies families;
    private final Clock clock;

    Fillings(Catalog catalog, ModelFamilies families, Clock clock) {
        this.catalog = catalog;
        this.families = families;
        this.clock = clock;
    }

    /** A model at a commit. */
    record Pinned(RepoId model, String revision) {}

    /** @param revision the newest commit on record where it is empty */
    Pinned pin(RepoId model, Optional<String> revision) {
        revision.ifPresent(NewFilling::requireCommit);
        var found = revision.or(() -> catalog.find(new ModelId(model.value()), Optional.empty())
                .map(Catalog.Judged::revision)
                .filter(commit -> commit.matches("[0-9a-f]{40}")));
        return new Pinned(
                model,
                found.orElseThrow(() -> NewStack.malformed(
                        "/revision", null, "give a commit: nothing of " + model.value() + " is on record")));
    }

    /** Who stands behind a new filling. */
    record Hands(UUID owner, UUID by) {}

    void put(Statements sql, Slot slot, Pinned pinned, NewFilling wish, Hands hands) {
        insert(sql, slot, pinned, new Rest(wish.deployment().value(), wish.routing(), hands));
    }

    /** The same deployment, owner and traffic with another model. */
    void replace(Statements sql, Slot slot, Filling before, Pinned pinned, UUID by) {
        insert(
                sql,
                slot,
                pinned,
                new Rest(
                        before.deployment(),
                        before.routing(),
                        new Hands(before.owner().id(), by)));
    }

    private record Rest(String deployment, Optional<String> routing, Hands hands) {}

    private void insert(Statements sql, Slot slot, Pinned pinned, Rest rest) {
        end(sql, slot);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.update(
                "INSERT INTO slot_filling (id, slot_id, model, family, revision, deployment, owner, routing, since, set_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                TimeOrderedId.at(now),
                slot.id(),
                pinned.model().value(),
                families.keyOf(new ModelId(pinned.model().value())),
                pinned.revision(),
                rest.deployment(),
                rest.hands().owner(),
                rest.routing().orElse(null),
                now,
                rest.hands().by());
    }

    void end(Statements sql, Slot slot) {
        sql.update(
                "UPDATE slot_filling SET until = greatest(since, ?) WHERE slot_id = ? AND until IS NULL",
                clock.instant(),
                slot.id());
    }

    /** The newest first. */
    static List<Filling> history(Statements sql, Slot slot) {
        return sql.list(
                "SELECT" + StackTable.OWNED + " FROM slot_filling f JOIN stack_slot l ON l.id = f.slot_id"
                        + " JOIN stack s ON s.id = l.stack_id JOIN person p ON p.id = f.owner WHERE f.slot_id = ?"
                        + " ORDER BY f.since DESC, f.id DESC",
                StackTable::filling,
                slot.id());
    }

    /** What no longer fills any slot of a stack, what ended last before the rest. */
    static List<PastFilling> past(Statements sql, UUID stack) {
        return sql.list(
                "SELECT l.key AS slot," + StackTable.OWNED
                        + " FROM slot_filling f JOIN stack_slot l ON l.id = f.slot_id"
                        + " JOIN stack s ON s.id = l.stack_id JOIN person p ON p.id = f.owner WHERE s.id = ?"
                        + " AND f.until IS NOT NULL ORDER BY f.until DESC, f.id DESC LIMIT 200",
                row -> new PastFilling(row.getString("slot"), StackTable.filling(row)),
                stack);
    }
}
