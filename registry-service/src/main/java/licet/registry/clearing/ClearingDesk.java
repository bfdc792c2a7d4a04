package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** Where people clear: one proposes, another one confirms, and each step is in the audit log. */
@Singleton
public class ClearingDesk {
    /** Kind of object in the audit chain. */
    public static final String KIND = "clearing";

    private static final int LONGEST_REASON = 2_000;

    private final ClearingTable table;
    private final QuestionTable asked;
    private final CaseFiles files;
    private final Conclusiveness answers;
    private final Following following;
    private final UnreadOrigins origins;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    ClearingDesk(
            ClearingTable table,
            QuestionTable asked,
            CaseFiles files,
            Conclusiveness answers,
            Following following,
            UnreadOrigins origins,
            Database database,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.asked = asked;
        this.files = files;
        this.answers = answers;
        this.following = following;
        this.origins = origins;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param key identity of the evidence that was looked at */
    public record Proposal(QuestionKind kind, String key, Answer answer, String reasons) {
        public Proposal {
            reasons = reasons.strip();
        }
    }

    /** Stores what somebody concludes; nothing changes until another person confirms it. */
    public Clearing propose(Proposal proposal, Principal caller) {
        var proposer = ClearingRights.reviewer(caller);
        reason("/reasons", proposal.reasons());
        return database.write(sql -> {
            lock(sql);
            var file = files.get(sql, proposal.kind(), proposal.key());
            var concluded = answers.of(file, proposal.answer());
            var keys = asked.listKeys(sql, proposal.kind(), proposal.key());
            demandUnanswered(sql, proposal.key(), keys);
            var now = clock.instant();
            var draft = new ClearingTable.Draft(
                    TimeOrderedId.at(now), concluded, About.of(file), proposal.reasons(), proposer, now);
            table.insert(sql, draft, keys);
            var stored = get(sql, draft.id());
            audit.append(ClearingAudit.proposed(caller.actor(), stored, keys));
            return stored;
        });
    }

    /** Puts it in force; what has the same evidence is concluded again. */
    public Clearing confirm(UUID id, String why, Principal caller) {
        var confirmer = ClearingRights.reviewer(caller);
        reason("/reason", why);
        var confirmed = database.write(sql -> {
            lock(sql);
            var clearing = in(sql, id, Clearing.State.PROPOSED);
            if (clearing.proposed().person().equals(confirmer)) {
                throw new RegistryProblem.Forbidden("another person than the one who proposed it").asException();
            }
            var keys = table.listKeys(sql, id);
            demandNoOther(sql, clearing, keys);
            table.confirm(sql, new ClearingTable.Step(id, confirmer, clock.instant(), why.strip()));
            following.begin(sql, id, keys, caller.actor());
            var stored = get(sql, id);
            audit.append(ClearingAudit.confirmed(caller.actor(), stored, keys, why));
            return stored;
        });
        origins.queue(confirmed);
        return confirmed;
    }

    /** Takes a proposal back; anybody who may propose may do so. */
    public Clearing withdraw(UUID id, String why, Principal caller) {
        return end(id, why, Clearing.State.PROPOSED, Clearing.State.WITHDRAWN, caller);
    }

    /** Ends a clearing that is in force; one person is enough, since it permits nothing. */
    public Clearing revoke(UUID id, String why, Principal caller) {
        return end(id, why, Clearing.State.CONFIRMED, Clearing.State.REVOKED, caller);
    }

    private Clearing end(UUID id, String why, Clearing.State from, Clearing.State to, Principal caller) {
        var person = ClearingRights.reviewer(caller);
        reason("/reason", why);
        return database.write(sql -> {
            lock(sql);
            in(sql, id, from);
            table.end(sql, new ClearingTable.Step(id, person, clock.instant(), why.strip()), to);
            var keys = table.listKeys(sql, id);
            if (to == Clearing.State.REVOKED) {
                following.all(sql, id, keys, caller.actor());
            }
            var stored = get(sql, id);
            audit.append(
                    to == Clearing.State.REVOKED
                            ? ClearingAudit.revoked(caller.actor(), stored, keys, why)
                            : ClearingAudit.withdrawn(caller.actor(), stored, keys, why));
            return stored;
        });
    }

    /** Steps wait for each other and for whoever concludes, so that the later one sees what the earlier one did. */
    private static void lock(Statements sql) {
        licet.registry.catalog.Catalog.writeAlone(sql);
    }

    private Clearing get(Statements sql, UUID id) {
        return table.find(sql, id).orElseThrow(() -> new RegistryProblem.NotFound(KIND, id.toString()).asException());
    }

    private Clearing in(Statements sql, UUID id, Clearing.State state) {
        table.lock(sql, id);
        var found = get(sql, id);
        if (found.state() != state) {
            throw conflict(
                    id.toString(),
                    "it is " + found.state().word() + " and not " + state.word() + " any more; look at it again");
        }
        return found;
    }

    private void demandUnanswered(Statements sql, String key, List<String> keys) {
        for (var other : table.listFor(sql, keys)) {
            switch (other.state()) {
                case PROPOSED ->
                    throw conflict(key, "it is proposed already; have that confirmed or withdraw it first");
                case CONFIRMED -> throw conflict(key, "a clearing answers it already; revoke that one first");
                case WITHDRAWN, REVOKED -> {}
            }
        }
    }

    private void demandNoOther(Statements sql, Clearing clearing, List<String> keys) {
        if (!table.listActing(sql, keys).isEmpty()) {
            throw conflict(clearing.id().toString(), "another clearing of this evidence is in force; revoke it first");
        }
    }

    private static RuntimeException conflict(String id, String mend) {
        return new RegistryProblem.Conflict(KIND, id, mend).asException();
    }

    private static void reason(String field, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RegistryProblem.Malformed(field, null, "say why, in at most " + LONGEST_REASON + " letters")
                    .asException();
        }
    }
}
