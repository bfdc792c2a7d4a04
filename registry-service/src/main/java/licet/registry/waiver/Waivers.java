package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.catalog.Blobs;
import licet.registry.catalog.Catalog;
import licet.registry.instrument.NewPaper;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Waivable;

/** Waivers as people look at them. */
@Singleton
public class Waivers {
    private static final int MOST_WAITING = 200;

    private final WaiverTable table;
    private final Grounds grounds;
    private final Catalog catalog;
    private final Blobs blobs;
    private final Database database;
    private final Clock clock;

    Waivers(WaiverTable table, Grounds grounds, Catalog catalog, Blobs blobs, Database database, Clock clock) {
        this.table = table;
        this.grounds = grounds;
        this.catalog = catalog;
        this.blobs = blobs;
        this.database = database;
        this.clock = clock;
    }

    public Waiver.Page list(WaiverQuery query) {
        return database.read(sql -> table.page(sql, query, clock.instant()));
    }

    public Waiver get(UUID id) {
        return database.read(sql -> table.find(sql, id)).orElseThrow(() -> missing(id));
    }

    /** Proposals that the caller may decide about, the one that would end first at the top, at most two hundred. */
    public List<Waiver> waiting(Principal caller) {
        var person = caller.personId();
        return person == null || !WaiverRights.isApprover(caller)
                ? List.of()
                : database.read(sql -> table.listProposed(sql, person, MOST_WAITING));
    }

    public long countWaiting(Principal caller) {
        var person = caller.personId();
        return person == null || !WaiverRights.isApprover(caller)
                ? 0
                : database.read(sql -> table.countProposed(sql, person));
    }

    /**
     * What can be waived for a model in a deployment now.
     *
     * @param source empty for the Hub of this instance
     * @throws ProblemException where model or deployment are not on record
     */
    public List<Waivable> reasons(Optional<String> source, ModelId model, DeploymentKey deployment) {
        return grounds.now(source.orElse(catalog.source()), model, deployment).waivable();
    }

    /**
     * The document behind a waiver, byte by byte.
     *
     * @param sha256 which one is meant, as the record shows it
     * @throws ProblemException not found, or forbidden
     */
    public NewPaper.File document(UUID id, String sha256, Principal caller) {
        if (!WaiverRights.mayReadDocument(caller)) {
            throw WaiverRights.forbidden("one of the roles requester, reviewer, approver and auditor");
        }
        var document = get(id).evidence()
                .document()
                .filter(known -> known.sha256().equals(sha256))
                .orElseThrow(() -> new RegistryProblem.NotFound("document", sha256).asException());
        byte[] bytes = database.read(sql -> blobs.get(sql, HexFormat.of().parseHex(document.sha256())));
        return new NewPaper.File(document.name(), document.type(), bytes);
    }

    static ProblemException missing(UUID id) {
        return new RegistryProblem.NotFound(WaiverInstruments.KIND, id.toString()).asException();
    }
}
