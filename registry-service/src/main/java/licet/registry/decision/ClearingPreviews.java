package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import licet.registry.clearing.Answer;
import licet.registry.clearing.ClearingEffects;
import licet.registry.clearing.QuestionKind;
import licet.registry.fact.Facts;

/**
 * Holds answers with a clearing that somebody wants to propose against the answers without it, for the models with its
 * evidence. What was made from these is concluded again too, and is not counted.
 */
@Singleton
public class ClearingPreviews {
    /** Each is concluded with its ancestors, and somebody waits for it. */
    private static final int MOST = 300;

    private final ClearingEffects clearings;
    private final Judge judge;
    private final Facts facts;
    private final Clock clock;

    ClearingPreviews(ClearingEffects clearings, Judge judge, Facts facts, Clock clock) {
        this.clearings = clearings;
        this.judge = judge;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param key identity of the evidence of the case
     * @throws licet.registry.platform.problem.ProblemException where the answer is none to this case
     */
    public ClearingPreview of(QuestionKind kind, String key, Answer answer) {
        return of(kind, key, answer, MOST);
    }

    ClearingPreview of(QuestionKind kind, String key, Answer answer, int most) {
        var found = clearings.of(kind, key, answer, most);
        var current = facts.current();
        var now = clock.instant();
        var ways = new Ways();
        for (var deployment : current.deployments()) {
            var of = Judge.Case.of(current, deployment, false);
            for (var effect : found.effects()) {
                var before = effect.before().conclusion();
                var turn = judge.turn(
                        before, effect.after(), of, found.paper().stream().toList(), now);
                ways.add(deployment.deployment(), effect.before().model(), turn);
            }
        }
        return new ClearingPreview(found.follow(), found.effects().size(), ways.changes());
    }
}
