package licet.registry.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import licet.registry.fact.FactEntries;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import licet.rules.format.PolicyYaml;
import licet.rules.policy.Policy;

/** Where policies change: one person proposes, another one puts in force, and each step is in the audit log. */
@Singleton
public class PolicyDesk {
    static final String KIND = "policy";
    private static final int LONGEST_REASON = 2_000;

    private final PolicyTable table;
    private final PolicyText text;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Refill refill;

    PolicyDesk(PolicyTable table, PolicyText text, Database database, AuditLog audit, Clock clock, Refill refill) {
        this.table = table;
        this.text = text;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.refill = refill;
    }

    /**
     * What somebody wants the policy to become.
     *
     * @param basedOn id of the version in force that was looked at, for example {@code balanced/3}; empty asks for none
     */
    public record Proposal(String source, String reason, Optional<String> basedOn) {
        public Proposal {
            source = source.replace("\r\n", "\n");
            reason = reason.strip();
        }
    }

    /** Stores a text as draft; its own tests must pass. */
    public PolicyVersion propose(Proposal proposal, Principal caller) {
        var proposer = PolicyRights.proposer(caller);
        reason(proposal.reason());
        String key = text.check(proposal.source(), 1).demand().policy().key();
        String digest = CanonicalJson.sha256(proposal.source().getBytes(UTF_8));
        return database.write(sql -> {
            table.lock(sql);
            proposal.basedOn().ifPresent(seen -> demandInForce(sql, seen));
            table.list(sql, key).stream()
                    .filter(stored -> stored.version().is(PolicyVersion.State.DRAFT))
                    .findFirst()
                    .ifPresent(open -> {
                        throw conflict(
                                open.version().id(),
                                "it is proposed already; have it put in force or withdraw it first");
                    });
            int version = table.insertDraft(
                    sql,
                    key,
                    proposal.source(),
                    digest,
                    new PolicyTable.Draft(clock.instant(), proposer, proposal.reason()));
            var made = stored(sql, key, version);
            audit.append(changed(caller, "propose", made, table.findActive(sql)).because(proposal.reason()));
            return made.version();
        });
    }

    /** Takes a draft back; anybody who may propose may do so. */
    public PolicyVersion withdraw(String key, int version, String reason, Principal caller) {
        PolicyRights.proposer(caller);
        reason(reason);
        return database.write(sql -> {
            table.lock(sql);
            var draft = draft(sql, key, version);
            table.withdraw(sql, key, version);
            audit.append(
                    withdrawal(caller.actor(), key, version, draft.digest()).because(reason.strip()));
            return get(sql, key, version);
        });
    }

    /**
     * Puts a draft in force in place of what is.
     *
     * @param replaces id of the version that the preview was held against
     */
    public PolicyVersion activate(String key, int version, String replaces, String reason, Principal caller) {
        var activator = PolicyRights.activator(caller);
        reason(reason);
        var inForce = database.write(sql -> {
            table.lock(sql);
            var draft = draft(sql, key, version);
            if (draft.proposer().filter(activator::equals).isPresent()) {
                throw new RegistryProblem.Forbidden("another person than the one who proposed it").asException();
            }
            demandInForce(sql, replaces);
            // The knowledge may have changed since it was proposed.
            text.check(stored(sql, key, version).source(), version).demand();
            var before = table.findActive(sql);
            table.activate(sql, key, version, new PolicyTable.Draft(clock.instant(), activator, reason.strip()));
            var active = stored(sql, key, version);
            audit.append(changed(caller, "activate", active, before).because(reason.strip()));
            return active.version();
        });
        refill.soon();
        return inForce;
    }

    private PolicyVersion get(Statements sql, String key, int version) {
        return stored(sql, key, version).version();
    }

    private PolicyTable.Stored stored(Statements sql, String key, int version) {
        return table.find(sql, key, version)
                .orElseThrow(() -> new RegistryProblem.NotFound(KIND, key + "/" + version).asException());
    }

    private PolicyVersion draft(Statements sql, String key, int version) {
        var found = get(sql, key, version);
        if (!found.is(PolicyVersion.State.DRAFT)) {
            throw conflict(found.id(), "it is " + found.state().word() + " and no draft any more; look at it again");
        }
        return found;
    }

    private void demandInForce(Statements sql, String seen) {
        String now = table.findActive(sql).map(stored -> stored.version().id()).orElse("");
        if (!now.equals(seen)) {
            throw conflict(
                    seen, "%s is in force meanwhile; look at what changes against it and try again".formatted(now));
        }
    }

    private static RuntimeException conflict(String id, String mend) {
        return new RegistryProblem.Conflict(KIND, id, mend).asException();
    }

    /** Whoever reads the history later has to find out why. */
    private static void reason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RegistryProblem.Malformed(
                            "/reason", null, "say why, in at most " + LONGEST_REASON + " characters")
                    .asException();
        }
    }

    /** What is different from the policy in force. */
    private static AuditEvent changed(
            Principal caller, String verb, PolicyTable.Stored now, Optional<PolicyTable.Stored> before) {
        var version = now.version();
        return FactEntries.policy(
                caller.actor(),
                verb,
                new FactEntries.Stored(version.version(), version.digest()),
                before.map(PolicyDesk::read),
                read(now));
    }

    private static Policy read(PolicyTable.Stored stored) {
        return PolicyYaml.parse(
                stored.version().key(), stored.source(), stored.version().version());
    }

    static AuditEvent withdrawal(Actor actor, String key, int version, String digest) {
        var detail = Map.of(
                "version",
                version,
                "digest",
                digest,
                "before",
                Map.of("state", PolicyVersion.State.DRAFT.word()),
                "after",
                Map.of("state", PolicyVersion.State.WITHDRAWN.word()));
        return AuditEvent.of(actor, "policy.withdraw", KIND, key, detail);
    }
}
