package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.audit.HeadWatch;
import licet.rules.facts.DeploymentKey;

/** Answers for many models at once, out of the stored answers; what has none of its own is answered one by one. */
@Singleton
public final class BulkGate {
    public static final int MOST = 10_000;
    /** Of one question; the next question about the rest queues more. */
    private static final int MOST_QUEUED = 100;

    private final Gate gate;
    private final GateWorlds worlds;
    private final StoredAnswers stored;
    private final GateSearch search;
    private final ActiveKnowledge knowledge;
    private final HeadWatch watch;
    private final Clock clock;

    BulkGate(
            Gate gate,
            GateWorlds worlds,
            StoredAnswers stored,
            GateSearch search,
            ActiveKnowledge knowledge,
            HeadWatch watch,
            Clock clock) {
        this.gate = gate;
        this.worlds = worlds;
        this.stored = stored;
        this.search = search;
        this.knowledge = knowledge;
        this.watch = watch;
        this.clock = clock;
    }

    /** @param revision empty for the newest on record */
    public record Asked(String written, RepoId model, Optional<String> revision) {
        /** @throws licet.registry.platform.problem.ProblemException malformed, naming the field {@code model} */
        public static Asked of(String written) {
            var parsed = ModelReference.parse(written);
            return new Asked(
                    written, parsed.model(), GateParameters.of(parsed.revision().map(Revision::value)));
        }

        String name() {
            return model.value().toLowerCase(Locale.ROOT);
        }
    }

    public GateAnswers ask(List<Asked> asked, DeploymentKey deployment, boolean showValues) {
        knowledge.requireActive();
        var world = watch.isFresh() ? worlds.current() : worlds.read();
        var use =
                world.facts().find(deployment).orElseThrow(() -> Verdicts.unknownDeployment(deployment, world.facts()));
        var names = asked.stream().map(Asked::name).collect(Collectors.toSet());
        return new Run(deployment, showValues, stored.of(world, use, names)).answer(asked);
    }

    private final class Run {
        private final DeploymentKey deployment;
        private final boolean showValues;
        private final Map<String, StoredAnswers.Stored> known;
        private final Map<Asked, GateReply.Brief> unread = new HashMap<>();

        Run(DeploymentKey deployment, boolean showValues, Map<String, StoredAnswers.Stored> known) {
            this.deployment = deployment;
            this.showValues = showValues;
            this.known = known;
        }

        GateAnswers answer(List<Asked> asked) {
            var all = new ArrayList<GateAnswers.One>();
            asked.forEach(one -> all.add(GateAnswers.One.of(one.written(), brief(one))));
            return GateAnswers.of(deployment.value(), Math.min(unread.size(), MOST_QUEUED), clock.instant(), all);
        }

        private GateReply.Brief brief(Asked asked) {
            var found = Optional.ofNullable(known.get(asked.name()));
            var now = found.filter(
                    state -> asked.revision().map(state.revision()::equals).orElse(true));
            if (now.isPresent()) {
                return now.get().brief().orElseGet(() -> alone(asked));
            }
            return found.isPresent() && search.isOnRecord(question(asked))
                    ? alone(asked)
                    : unread.computeIfAbsent(asked, this::unread);
        }

        private GateReply.Brief alone(Asked asked) {
            return gate.ask(question(asked)).brief();
        }

        private GateReply.Brief unread(Asked asked) {
            return unread.size() < MOST_QUEUED
                    ? alone(asked)
                    : gate.ofUnread(question(asked)).brief();
        }

        private GateQuestion question(Asked asked) {
            return new GateQuestion(false, asked.model(), asked.revision(), deployment, showValues);
        }
    }
}
