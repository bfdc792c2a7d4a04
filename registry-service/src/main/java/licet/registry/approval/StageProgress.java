package licet.registry.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import licet.rules.policy.Workflow;

/**
 * Where one stage of a request stands.
 *
 * @param agreed how many people agreed in this round
 * @param opened since when it waits for people; empty where others come before it
 * @param due from which moment on it is late; empty likewise
 */
public record StageProgress(
        Workflow.Stage stage, Standing standing, int agreed, Optional<Instant> opened, Optional<Instant> due) {
    /** Whether people can act. */
    public enum Standing implements ClosedChoice {
        DONE("done"),
        OPEN("open"),
        /** Others come before it. */
        LATER("later"),
        /** The request is not in review, and nobody decides here. */
        STOPPED("stopped");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    public boolean isLate(Instant now) {
        return standing == Standing.OPEN
                && due.filter(limit -> !now.isBefore(limit)).isPresent();
    }

    /** Every stage of the round that runs, or that was the last. */
    public static List<StageProgress> of(ApprovalRequest request) {
        return request.stages().stream().map(stage -> of(request, stage)).toList();
    }

    private static StageProgress of(ApprovalRequest request, Workflow.Stage stage) {
        var agreed = agreed(request, stage);
        var opened = opened(request, stage);
        return new StageProgress(
                stage,
                standing(request, stage, agreed.size()),
                agreed.size(),
                opened,
                opened.map(at -> at.plus(Duration.ofDays(stage.days()))));
    }

    private static Standing standing(ApprovalRequest request, Workflow.Stage stage, int agreed) {
        if (agreed >= stage.quorum()) {
            return Standing.DONE;
        }
        if (request.state() != RequestState.IN_REVIEW) {
            return Standing.STOPPED;
        }
        return request.waiting().contains(stage.key()) ? Standing.OPEN : Standing.LATER;
    }

    private static List<Instant> agreed(ApprovalRequest request, Workflow.Stage stage) {
        return request.votes().stream()
                .filter(vote -> vote.round() == request.round() && vote.stage().equals(stage.key()))
                .filter(vote -> vote.decision() == Vote.Decision.APPROVE)
                .map(ApprovalRequest.Decided::at)
                .sorted()
                .toList();
    }

    /** With the round, or when the last of those before it was done; stages that the request does not have are skipped. */
    private static Optional<Instant> opened(ApprovalRequest request, Workflow.Stage stage) {
        var before = request.stages().stream()
                .filter(other -> stage.after().contains(other.key()))
                .toList();
        var done = before.stream()
                .filter(other -> agreed(request, other).size() >= other.quorum())
                .map(other -> agreed(request, other).get(other.quorum() - 1))
                .toList();
        if (done.size() < before.size()) {
            return Optional.empty();
        }
        return Optional.of(done.stream().max(Comparator.naturalOrder()).orElse(request.roundAt()));
    }
}
