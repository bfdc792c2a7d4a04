package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import licet.registry.fact.CurrentFacts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.verdict.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts that answers wait for. They stand inside of stored assessments, and reading thousands of these takes longer
 * than a page may; so they are collected once for each state of the answers, beside the request where they are many.
 */
@Singleton
class OpenQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenQuestions.class);
    /** So many answers are read while somebody waits. */
    private static final int AT_ONCE = 3_000;

    private final Database database;
    private final CurrentAnswers answers;
    private final ActiveKnowledge knowledge;
    private final AtomicBoolean collecting = new AtomicBoolean();
    private volatile Collected collected = new Collected(new State(List.of(), -1), List.of());

    OpenQuestions(Database database, CurrentAnswers answers, ActiveKnowledge knowledge) {
        this.database = database;
        this.answers = answers;
        this.knowledge = knowledge;
    }

    /** @param profiles whose answer waits for it */
    record Asked(String deployment, String question, Set<Long> profiles) {
        Asked {
            profiles = Set.copyOf(profiles);
        }
    }

    /** What is known at this moment. @param complete whether it was collected from the answers of now */
    record Found(boolean complete, List<Asked> asked) {
        Found {
            asked = List.copyOf(asked);
        }

        List<CatalogCounts.Open> with(Map<Long, Long> models) {
            return asked.stream()
                    .map(one -> new CatalogCounts.Open(
                            one.deployment(),
                            one.question(),
                            one.profiles().stream()
                                    .mapToLong(profile -> models.getOrDefault(profile, 0L))
                                    .sum()))
                    .filter(open -> open.models() > 0)
                    .sorted(Comparator.comparingLong(CatalogCounts.Open::models)
                            .reversed()
                            .thenComparing(CatalogCounts.Open::question)
                            .thenComparing(CatalogCounts.Open::deployment))
                    .toList();
        }
    }

    /** What the questions depend on. @param open how many answers are NEEDS, since answers are made one after the other */
    private record State(List<Object> inputs, long open) {}

    private record Collected(State state, List<Asked> asked) {}

    Found find(Statements sql, CurrentFacts facts, Map<Long, Map<String, Answer>> byProfile) {
        long open = byProfile.values().stream()
                .flatMap(all -> all.values().stream())
                .filter(Answer.NEEDS::equals)
                .count();
        var state = new State(inputs(facts), open);
        if (!collected.state().equals(state)) {
            if (open <= AT_ONCE) {
                collected = new Collected(state, answers.questions(sql, facts));
            } else {
                collectBeside(state, facts);
            }
        }
        var known = collected;
        boolean sameFacts = known.state().inputs().equals(state.inputs());
        return new Found(sameFacts, sameFacts ? known.asked() : List.of());
    }

    private List<Object> inputs(CurrentFacts facts) {
        var policy = facts.policy().policy();
        return List.of(
                knowledge.digest(),
                policy.key(),
                policy.version(),
                facts.organization().version(),
                facts.deployments().stream()
                        .map(versioned -> versioned.deployment().key() + "/" + versioned.version())
                        .toList());
    }

    private void collectBeside(State state, CurrentFacts facts) {
        if (collecting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("collect-questions").start(() -> {
                try {
                    collected = new Collected(state, database.read(sql -> answers.questions(sql, facts)));
                } catch (RuntimeException outage) {
                    LOG.warn("Open questions could not be collected: {}", outage.getMessage());
                } finally {
                    collecting.set(false);
                }
            });
        }
    }
}
