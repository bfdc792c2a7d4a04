package licet.registry.record;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.decision.Closure;
import licet.registry.decision.Closures;
import licet.registry.decision.Judge;
import licet.registry.knowledge.StoredKnowledge;
import licet.registry.platform.Database;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;

/** Computes decisions of record again, from what was stored with them and nothing else. */
@Singleton
public class Replays {
    /** Of these everybody knows that they differ on another day. */
    private static final Set<String> MOMENTS = Set.of("/evaluatedAt", "/paragraph");

    private final Records records;
    private final Bodies bodies;
    private final Closures closures;
    private final Judge judge;
    private final StoredKnowledge knowledge;
    private final Database database;

    Replays(
            Records records,
            Bodies bodies,
            Closures closures,
            Judge judge,
            StoredKnowledge knowledge,
            Database database) {
        this.records = records;
        this.bodies = bodies;
        this.closures = closures;
        this.judge = judge;
        this.knowledge = knowledge;
        this.database = database;
    }

    /** What is stored of a record, as far as it is what was stored. */
    private record Held(Optional<String> closure, Optional<String> result, boolean audited) {
        List<Replay.Flaw> flaws() {
            var all = new ArrayList<Replay.Flaw>();
            if (closure.isEmpty()) {
                all.add(Replay.Flaw.CLOSURE);
            }
            if (result.isEmpty()) {
                all.add(Replay.Flaw.RESULT);
            }
            if (!audited) {
                all.add(Replay.Flaw.ENTRY);
            }
            return all;
        }
    }

    public Replay of(long id) {
        var made = records.get(id);
        var held = held(made);
        var flaws = held.flaws();
        if (!flaws.isEmpty()) {
            return damaged(made, flaws);
        }
        var stored = tree(held.result().orElseThrow());
        try {
            var closure = CanonicalJson.read(held.closure().orElseThrow(), Closure.class);
            return knowledge
                    .find(closure.knowledge())
                    .map(with -> compared(made, stored, judge.again(closure, with)))
                    .orElseGet(() -> damaged(made, List.of(Replay.Flaw.KNOWLEDGE)));
        } catch (IllegalArgumentException foreign) {
            return damaged(made, List.of(Replay.Flaw.FOREIGN));
        }
    }

    /** The inputs as they were stored; empty where they are not what was stored. */
    public Optional<String> closure(long id) {
        return held(records.get(id)).closure();
    }

    /** The answer as it was stored; empty where it is not what was stored. */
    public Optional<VerdictDocument> answer(long id) {
        return held(records.get(id)).result().map(text -> CanonicalJson.read(text, VerdictDocument.class));
    }

    private Held held(DecisionRecord made) {
        return database.read(sql -> new Held(
                bodies.find(sql, made.closure()), bodies.find(sql, made.result()), RecordTable.isAudited(sql, made)));
    }

    private static Replay damaged(DecisionRecord made, List<Replay.Flaw> flaws) {
        return new Replay(
                made,
                Replay.Result.DAMAGED,
                flaws,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private Replay compared(DecisionRecord made, JsonNode stored, VerdictDocument again) {
        var computed = tree(CanonicalJson.write(again));
        var differences = Difference.between(stored, computed);
        var today = closures.today(
                        made.source(), new ModelId(made.model()), made.revision(), new DeploymentKey(made.deployment()))
                .map(answer -> tree(CanonicalJson.write(answer)));
        return new Replay(
                made,
                differences.isEmpty() ? Replay.Result.EQUAL : Replay.Result.DIFFERS,
                List.of(),
                Optional.of(stored),
                Optional.of(computed),
                differences,
                today,
                today.map(now -> changes(stored, now)).orElse(List.of()));
    }

    private static List<Difference> changes(JsonNode stored, JsonNode today) {
        return Difference.between(stored, today).stream()
                .filter(difference -> !MOMENTS.contains(difference.at()))
                .toList();
    }

    private static JsonNode tree(String json) {
        return CanonicalJson.read(json, JsonNode.class);
    }
}
