package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import licet.registry.catalog.Catalog;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.audit.HeadEpoch;
import licet.registry.platform.audit.HeadWatch;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;

/**
 * Answers pipelines. An answer that was given before is given again as long as everything that went into it is the same;
 * a change of anything else does not make it anew.
 */
@Singleton
final class Gate {
    private final GateSearch search;
    private final Judge judge;
    private final GateLinks links;
    private final GateWorlds worlds;
    private final GateMemory memory;
    private final ActiveKnowledge knowledge;
    private final HeadWatch watch;
    private final HeadEpoch catalog;
    private final Clock clock;

    Gate(
            GateSearch search,
            Judge judge,
            GateLinks links,
            GateWorlds worlds,
            GateMemory memory,
            ActiveKnowledge knowledge,
            HeadWatch watch,
            Clock clock) {
        this.search = search;
        this.judge = judge;
        this.links = links;
        this.worlds = worlds;
        this.memory = memory;
        this.knowledge = knowledge;
        this.watch = watch;
        this.catalog = watch.epoch(Set.of(Catalog.KIND));
        this.clock = clock;
    }

    GateReply ask(GateQuestion question) {
        knowledge.requireActive();
        if (!watch.isFresh() && asOf().isEmpty()) {
            var world = worlds.read();
            return retiring(make(question, world, search::find).reply(), world);
        }
        var world = worlds.current();
        var reply = memory.find(question)
                .filter(made -> isSame(question, made, world))
                .map(GateMemory.Made::reply)
                .orElseGet(() -> makeAndKeep(question, world));
        return retiring(reply, world);
    }

    /** What somebody enters on the calendar changes no answer, only when it is said to go out of use. */
    private GateReply retiring(GateReply reply, GateWorld world) {
        return reply.permitted()
                ? world.retirements()
                        .of(reply.brief().model())
                        .filter(clock.instant()::isBefore)
                        .map(reply::retiring)
                        .orElse(reply)
                : reply;
    }

    /** The answer where nothing is on record, and nothing is to be read for it now. */
    GateReply ofUnread(GateQuestion question) {
        return make(question, worlds.read(), search::unread).reply();
    }

    /** The moment of which answers tell that are older than the lease, where the operator allows them. */
    Optional<Instant> asOf() {
        return watch.allowedSince();
    }

    private boolean isSame(GateQuestion question, GateMemory.Made made, GateWorld world) {
        var now = new GateMemory.Seen(world.epoch(), catalog.number());
        var approved = world.approved().of(new ModelId(made.reply().brief().model()), question.deployment());
        if (!clock.instant().isBefore(made.until()) || !approved.equals(made.approved())) {
            return false;
        }
        if (now.equals(made.seen())) {
            return true;
        }
        boolean same = isMadeFrom(world, question, made) && stands(question, made, now);
        if (same) {
            memory.put(question, made.seen(now));
        }
        return same;
    }

    private static boolean isMadeFrom(GateWorld world, GateQuestion question, GateMemory.Made made) {
        return world.versions(question.deployment())
                        .filter(made.versions()::equals)
                        .isPresent()
                && made.named().isSameIn(world.papers());
    }

    /** After a change of the catalog one look at an index tells whether it touched this model. */
    private boolean stands(GateQuestion question, GateMemory.Made made, GateMemory.Seen now) {
        return made.seen().catalog() == now.catalog()
                || made.standing().isPresent() && search.standing(question).equals(made.standing());
    }

    private GateReply makeAndKeep(GateQuestion question, GateWorld world) {
        watch.requireSight();
        var made = make(question, world, search::find);
        if (made.reply().isOnRecord()) {
            memory.put(question, made);
        }
        return made.reply();
    }

    private GateMemory.Made make(
            GateQuestion question, GateWorld world, Function<GateQuestion, GateSearch.Found> look) {
        var seen = new GateMemory.Seen(world.epoch(), catalog.number());
        var use = world.facts()
                .find(question.deployment())
                .orElseThrow(() -> Verdicts.unknownDeployment(question.deployment(), world.facts()));
        var of = Judge.Case.of(world.facts(), use, question.showValues());
        var found = look.apply(question);
        var state = found.state();
        var stood = judge.stand(state.model(), state.revision(), state.conclusion(), of, List.of());
        var approved = world.approved().of(state.model(), question.deployment());
        return new GateMemory.Made(
                reply(question, found, stood.document(), approved),
                world.versions(question.deployment()).orElseThrow(),
                stood.named(),
                approved,
                found.standing(),
                until(stood.document().validUntil(), found.until()),
                seen);
    }

    private GateReply reply(
            GateQuestion question,
            GateSearch.Found found,
            VerdictDocument verdict,
            List<ApprovedRevisions.Approved> approved) {
        var answer = GateAnswer.of(
                verdict, found.resolved(), found.state().read(), approved, links.of(verdict, question.local()));
        return GateReply.of(found.isOnRecord() ? OptionalLong.of(found.state().id()) : OptionalLong.empty(), answer);
    }

    /** Texts name days, so no answer is kept over midnight. */
    private Instant until(Optional<Instant> validUntil, Optional<Instant> again) {
        var midnight = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Stream.of(Optional.of(midnight), validUntil, again)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
