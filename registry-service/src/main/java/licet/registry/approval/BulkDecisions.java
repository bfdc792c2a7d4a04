package licet.registry.approval;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;

/** Many requests decided at once: each by itself, with its own entry in the audit log, whatever becomes of the others. */
@Singleton
public class BulkDecisions {
    private final Decisions decisions;

    BulkDecisions(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What became of one of them. */
    public sealed interface Outcome {
        UUID id();

        record Decided(UUID id, RequestState state) implements Outcome {}

        record Refused(UUID id, ProblemText problem) implements Outcome {}
    }

    /** Runs around the transaction of one decision. */
    interface Around {
        Outcome.Decided take(NewVotes.Item item, Supplier<Outcome.Decided> decide);
    }

    /** In the order of the requests. */
    public List<Outcome> decide(NewVotes votes, Principal caller) {
        return decide(votes, caller, (item, decide) -> decide.get());
    }

    List<Outcome> decide(NewVotes votes, Principal caller, Around around) {
        return votes.requests().stream()
                .map(item -> one(votes, item, caller, around))
                .toList();
    }

    private Outcome one(NewVotes votes, NewVotes.Item item, Principal caller, Around around) {
        try {
            return around.take(item, () -> {
                var decided = decisions.decide(item.id(), votes.of(item), caller);
                return new Outcome.Decided(decided.id(), decided.state());
            });
        } catch (ProblemException refused) {
            return new Outcome.Refused(item.id(), ProblemText.of(refused.problem()));
        }
    }
}
