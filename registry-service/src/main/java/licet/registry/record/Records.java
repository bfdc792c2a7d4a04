package licet.registry.record;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.Blobs;
import licet.registry.decision.Closure;
import licet.registry.decision.Closures;
import licet.registry.decision.Judge;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Instrument;

/** Puts verdicts on record and finds them again. */
@Singleton
public class Records {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    private static final int LONGEST_REASON = 2_000;
    private static final String SORT = "newest";

    private final Closures closures;
    private final Judge judge;
    private final Knowledge knowledge;
    private final Blobs blobs;
    private final Database database;
    private final AuditLog audit;

    Records(Closures closures, Judge judge, Knowledge knowledge, Blobs blobs, Database database, AuditLog audit) {
        this.closures = closures;
        this.judge = judge;
        this.knowledge = knowledge;
        this.blobs = blobs;
        this.database = database;
        this.audit = audit;
    }

    /**
     * What is to be put on record.
     *
     * @param local whether the imported model of that name is meant instead of the Hub's
     */
    public record Wish(RepoId model, Revision revision, boolean local, DeploymentKey deployment, String reason) {
        public Wish {
            reason = reason.strip();
        }
    }

    /** The answer of this moment, computed from what is stored with it and nothing else. */
    public DecisionRecord record(Wish wish, Principal caller) {
        var person = RecordRights.recorder(caller);
        if (wish.reason().isEmpty() || wish.reason().length() > LONGEST_REASON) {
            throw malformed("reason", "", "say in 1 to " + LONGEST_REASON + " characters what is decided and why");
        }
        var closure = closures.now(wish.model(), wish.revision(), wish.local(), wish.deployment());
        var act = new RecordTable.Act(person, wish.reason().replace('\0', '\uFFFD'));
        return record(closure, act, caller.actor());
    }

    /**
     * The same where people decided on the model: the answer under what they grant, in the transaction that grants it.
     *
     * @param granted acts from the moment of the record on, and is not on record before it
     * @param person who decided last; {@code reason} is theirs
     */
    public DecisionRecord granted(Wish wish, Instrument granted, UUID person, Actor actor) {
        var closure = closures.now(wish.model(), wish.revision(), wish.local(), wish.deployment())
                .with(granted);
        return record(closure, new RecordTable.Act(person, wish.reason()), actor);
    }

    private DecisionRecord record(Closure closure, RecordTable.Act act, Actor actor) {
        var answer = judge.again(closure, knowledge);
        return database.write(sql -> {
            var bodies = new RecordTable.Bodies(
                    blobs.storeText(sql, CanonicalJson.write(closure)),
                    blobs.storeText(sql, CanonicalJson.write(answer)));
            long id = RecordTable.insert(sql, closure, answer.verdict(), bodies, act);
            var made = RecordTable.find(sql, id).orElseThrow();
            audit.append(RecordTable.event(actor, made));
            audit.append(RecordTable.ofModel(actor, made));
            return made;
        });
    }

    public DecisionRecord get(long id) {
        return database.read(sql -> RecordTable.find(sql, id))
                .orElseThrow(() -> new RegistryProblem.NotFound(RecordTable.KIND, Long.toString(id)).asException());
    }

    /**
     * One page, the newest first.
     *
     * @param limit from 1 to {@value #MAX_LIMIT}
     */
    public DecisionRecord.Page list(RecordQuery query, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw malformed("limit", Integer.toString(limit), "use a number from 1 to " + MAX_LIMIT);
        }
        var before = cursor.map(text -> Cursor.parse(text, SORT)
                .map(Cursor::id)
                .orElseThrow(() -> malformed("cursor", text, "use the cursor of the page before")));
        var found = database.read(sql -> RecordTable.list(sql, query, before, limit + 1));
        var shown = found.stream().limit(limit).toList();
        return new DecisionRecord.Page(shown, found.size() > limit ? Optional.of(cursor(shown)) : Optional.empty());
    }

    private static String cursor(List<DecisionRecord> shown) {
        return new Cursor(SORT, null, shown.getLast().id()).text();
    }

    static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
