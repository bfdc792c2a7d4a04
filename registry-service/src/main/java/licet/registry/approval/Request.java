package licet.registry.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import licet.rules.policy.Workflow;

/**
 * A request for approval as the rules of the workflow see it: no clock, no database, no way from one state to another
 * but those that its methods are.
 */
sealed interface Request {
    Case of();

    /** @param requester who asks and therefore decides nothing here */
    record Case(UUID id, UUID requester) {}

    record Draft(Case of) implements Request {
        InReview submit(List<Workflow.Stage> stages) {
            return new InReview(of, stages, 1, List.of());
        }

        Closed withdraw() {
            return new Closed(of, Closed.Outcome.WITHDRAWN);
        }
    }

    /** It went back to the requester, who answers or gives up. @param round the last one that was reviewed */
    record Returned(Case of, int round) implements Request {
        InReview resubmit(List<Workflow.Stage> stages) {
            return new InReview(of, stages, round + 1, List.of());
        }

        Closed withdraw() {
            return new Closed(of, Closed.Outcome.WITHDRAWN);
        }
    }

    record Closed(Case of, Outcome outcome) implements Request {
        enum Outcome {
            APPROVED,
            REJECTED,
            WITHDRAWN
        }
    }

    /**
     * @param stages all that this request goes through, as the policy said when it was submitted
     * @param round counts from 1; each begins without votes
     * @param votes of this round
     */
    record InReview(Case of, List<Workflow.Stage> stages, int round, List<Vote> votes) implements Request {
        public InReview {
            stages = List.copyOf(stages);
            votes = List.copyOf(votes);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("without a stage nobody would decide");
            }
        }

        /** What people saw is not what stands there now: the next round begins from it. */
        InReview again(List<Workflow.Stage> now) {
            return new InReview(of, now, round + 1, List.of());
        }

        Closed withdraw() {
            return new Closed(of, Closed.Outcome.WITHDRAWN);
        }

        /** Stages that wait for people now: nothing that comes before them is open. */
        List<Workflow.Stage> open() {
            var undone = new TreeSet<String>();
            stages.stream().filter(stage -> !isDone(stage)).forEach(stage -> undone.add(stage.key()));
            return stages.stream()
                    .filter(stage -> undone.contains(stage.key()))
                    .filter(stage -> stage.after().stream().noneMatch(undone::contains))
                    .toList();
        }

        boolean isDone(Workflow.Stage stage) {
            return agreed(stage) >= stage.quorum();
        }

        long agreed(Workflow.Stage stage) {
            return votes.stream()
                    .filter(vote -> vote.stage().equals(stage.key()))
                    .filter(vote -> vote.decision() == Vote.Decision.APPROVE)
                    .count();
        }

        /** @param entitled in which kinds of review the one whose right it is may act */
        Voted vote(Vote vote, Set<Workflow.Reviewer> entitled) {
            if (vote.isOf(of.requester())) {
                return new Voted.Refused(Refusal.OWN_REQUEST);
            }
            var people = Stream.concat(Stream.of(vote.person()), vote.onBehalfOf().stream());
            if (people.anyMatch(person -> votes.stream().anyMatch(earlier -> earlier.isOf(person)))) {
                return new Voted.Refused(Refusal.DECIDED_ALREADY);
            }
            var stage = stages.stream()
                    .filter(each -> each.key().equals(vote.stage()))
                    .findFirst();
            if (stage.isEmpty()) {
                return new Voted.Refused(Refusal.NO_SUCH_STAGE);
            }
            if (!open().contains(stage.get())) {
                return new Voted.Refused(isDone(stage.get()) ? Refusal.STAGE_DONE : Refusal.STAGE_LATER);
            }
            return entitled.contains(stage.get().by()) ? count(vote) : new Voted.Refused(Refusal.NOT_ENTITLED);
        }

        private Voted count(Vote vote) {
            return switch (vote.decision()) {
                case REJECT -> new Voted.Counted(new Closed(of, Closed.Outcome.REJECTED));
                case SEND_BACK -> new Voted.Counted(new Returned(of, round));
                case APPROVE -> {
                    var counted = new InReview(
                            of,
                            stages,
                            round,
                            Stream.concat(votes.stream(), Stream.of(vote)).toList());
                    yield new Voted.Counted(
                            counted.open().isEmpty() ? new Closed(of, Closed.Outcome.APPROVED) : counted);
                }
            };
        }
    }

    /** What became of a vote. */
    sealed interface Voted {
        record Counted(Request now) implements Voted {}

        record Refused(Refusal why) implements Voted {}
    }

    enum Refusal {
        OWN_REQUEST,
        DECIDED_ALREADY,
        NO_SUCH_STAGE,
        STAGE_DONE,
        STAGE_LATER,
        NOT_ENTITLED
    }
}
