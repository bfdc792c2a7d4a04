package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import licet.registry.catalog.Blobs;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.instrument.NewPaper;
import licet.registry.instrument.Paper;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.verdict.Waivable;

/** Where people waive: one proposes, another one confirms, and each step is in the audit log. */
@Singleton
public class WaiverDesk {
    private final WaiverTable table;
    private final Grounds grounds;
    private final WaiverNews news;
    private final Blobs blobs;
    private final Catalog catalog;
    private final Database database;
    private final Clock clock;

    WaiverDesk(
            WaiverTable table,
            Grounds grounds,
            WaiverNews news,
            Blobs blobs,
            Catalog catalog,
            Database database,
            Clock clock) {
        this.table = table;
        this.grounds = grounds;
        this.news = news;
        this.blobs = blobs;
        this.catalog = catalog;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores what somebody wants waived; nothing changes until another person confirms it.
     *
     * @throws ProblemException forbidden, malformed where nothing of it can be waived so, or a conflict where the same is
     *     proposed already
     */
    public Waiver propose(NewWaiver wish, Principal caller) {
        var proposer = WaiverRights.proposer(caller);
        return database.write(sql -> {
            var source = wish.source().orElse(catalog.source());
            var before = grounds.now(source, wish.model(), wish.deployment());
            var reason = Grounds.require(before, wish.finding());
            var now = now();
            requireTerm(wish.until(), reason, now);
            var where = where(wish, source, before, reason);
            var waiver = proposed(sql, wish, rule(before, reason), where, new Waiver.Step(proposer, "", now, ""));
            if (!table.insert(sql, waiver)) {
                throw conflict(wish.finding(), "it is proposed already; have that decided or withdrawn first");
            }
            var stored = get(sql, waiver.id());
            news.write(caller.actor(), "waiver.propose", stored, stored.reason());
            return stored;
        });
    }

    private Waiver proposed(
            Statements sql, NewWaiver wish, Waiver.Rule rule, Waiver.Where where, Waiver.Step proposal) {
        var id = TimeOrderedId.at(proposal.at());
        return new Waiver(
                id,
                WaiverInstruments.reference(id),
                WaiverState.PROPOSED,
                rule,
                where,
                wish.reason(),
                new Waiver.Evidence(wish.link(), wish.document().map(file -> store(sql, file))),
                wish.until().truncatedTo(ChronoUnit.MICROS),
                proposal,
                Optional.empty(),
                Optional.empty());
    }

    private static Waiver.Rule rule(Deliberation before, Waivable reason) {
        return new Waiver.Rule(
                reason.id(),
                reason.rule(),
                reason.because(),
                reason.maxDays(),
                before.policy(),
                before.policyVersion(),
                reason.pin().rule());
    }

    /** Without a text of its own there is nothing by which other models are the same case. */
    private static Waiver.Where where(NewWaiver wish, String source, Deliberation before, Waivable reason) {
        var texts = reason.pin().texts().orElseThrow();
        if (wish.everyModel() && texts.isEmpty()) {
            throw WaiverText.malformed(
                    "/everyModel", "true", "the model shows no license text of its own; waive it for this model alone");
        }
        return new Waiver.Where(
                wish.deployment().value(),
                before.model().model().value(),
                wish.everyModel(),
                new java.util.TreeSet<>(texts),
                source,
                before.model().id());
    }

    private static void requireTerm(Instant until, Waivable reason, Instant now) {
        if (!until.isAfter(now)) {
            throw WaiverText.malformed("/until", until.toString(), "must be in the future");
        }
        reason.maxDays()
                .map(days -> now.plus(days, ChronoUnit.DAYS))
                .filter(until::isAfter)
                .ifPresent(last -> {
                    throw WaiverText.malformed(
                            "/until",
                            until.toString(),
                            "the policy waives this rule for at most %d days; end it at %s or before"
                                    .formatted(reason.maxDays().orElseThrow(), last.truncatedTo(ChronoUnit.SECONDS)));
                });
    }

    private Paper.Document store(Statements sql, NewPaper.File file) {
        return new Paper.Document(file.name(), file.type(), HexFormat.of().formatHex(blobs.store(sql, file.bytes())));
    }

    /** Puts it in force until its end. What was proposed has to be there still, as it was seen. */
    public Waiver confirm(UUID id, String why, Principal caller) {
        return decide(id, why, WaiverState.ACTING, caller);
    }

    public Waiver reject(UUID id, String why, Principal caller) {
        return decide(id, why, WaiverState.REJECTED, caller);
    }

    private Waiver decide(UUID id, String why, WaiverState to, Principal caller) {
        var decider = WaiverRights.decider(caller);
        String reason = WaiverText.words("/reason", why);
        return database.write(sql -> {
            var waiver = locked(sql, id);
            if (waiver.proposed().person().equals(decider)) {
                throw WaiverRights.forbidden("another person than the one who proposed it");
            }
            require(waiver, WaiverState.PROPOSED);
            var now = now();
            if (to == WaiverState.ACTING) {
                requireGrounds(waiver, now);
            }
            table.decide(sql, new WaiverTable.Step(id, Optional.of(decider), now, reason), to);
            var stored = get(sql, id);
            news.write(caller.actor(), to == WaiverState.ACTING ? "waiver.confirm" : "waiver.reject", stored, reason);
            return stored;
        });
    }

    private void requireGrounds(Waiver waiver, Instant now) {
        if (!now.isBefore(waiver.until())) {
            throw conflict(waiver.id().toString(), "its end is over; propose it anew");
        }
        if (!grounds.stillSeen(waiver)) {
            throw conflict(
                    waiver.id().toString(), "the rule, the text or the breach is not what was seen; propose it anew");
        }
    }

    /** Takes an own proposal back. */
    public Waiver withdraw(UUID id, String why, Principal caller) {
        var person = WaiverRights.person(caller);
        String reason = WaiverText.words("/reason", why);
        return database.write(sql -> {
            var waiver = locked(sql, id);
            if (!waiver.proposed().person().equals(person)) {
                throw WaiverRights.forbidden("the person who proposed it");
            }
            require(waiver, WaiverState.PROPOSED);
            table.end(sql, new WaiverTable.Step(id, Optional.of(person), now(), reason), WaiverState.WITHDRAWN);
            var stored = get(sql, id);
            news.write(caller.actor(), "waiver.withdraw", stored, reason);
            return stored;
        });
    }

    /** Ends it before its time, at once and for good. */
    public Waiver revoke(UUID id, String why, Principal caller) {
        var person = WaiverRights.person(caller);
        String reason = WaiverText.words("/reason", why);
        return database.write(sql -> {
            var waiver = locked(sql, id);
            if (!WaiverRights.isApprover(caller) && !waiver.proposed().person().equals(person)) {
                throw WaiverRights.forbidden("an approver, or the person who proposed it");
            }
            var now = now();
            if (waiver.stateAt(now) != WaiverState.ACTING) {
                throw conflict(
                        id.toString(),
                        "it does not act; it is " + waiver.stateAt(now).word());
            }
            table.end(sql, new WaiverTable.Step(id, Optional.of(person), now, reason), WaiverState.REVOKED);
            var stored = get(sql, id);
            news.write(caller.actor(), "waiver.revoke", stored, reason);
            news.ended(sql, stored, Optional.of(person));
            return stored;
        });
    }

    private Waiver locked(Statements sql, UUID id) {
        table.lock(sql, id);
        return get(sql, id);
    }

    private Waiver get(Statements sql, UUID id) {
        return table.find(sql, id).orElseThrow(() -> Waivers.missing(id));
    }

    private static void require(Waiver waiver, WaiverState state) {
        if (waiver.state() != state) {
            throw conflict(
                    waiver.id().toString(),
                    "it is " + waiver.state().word() + " and not " + state.word() + " any more; look at it again");
        }
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException conflict(String id, String mend) {
        return new RegistryProblem.Conflict(WaiverInstruments.KIND, id, mend).asException();
    }
}
