package licet.registry.sync;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import licet.ingest.hub.RateBudget;

/** A run as the API shows it. */
@Schema(name = "SyncRun")
record RunView(
        long id,
        UUID watch,
        String state,
        String phase,
        Instant startedAt,
        Instant movedAt,
        Optional<Instant> endedAt,
        SyncRun.Counts counts) {
    @Schema(name = "SyncRunPage")
    record Page(List<RunView> runs) {}

    /** @param secondsToGo reckoned from the pace so far */
    @Schema(name = "SyncRunProgress")
    record WithProgress(
            RunView run,
            List<SyncError> errors,
            List<Budget> budgets,
            Optional<Long> secondsToGo,
            List<RunDrift> drift) {}

    @Schema(name = "HubBudget")
    record Budget(String quota, OptionalLong limit, long remaining, Instant resetAt) {
        static Budget of(RateBudget left) {
            return new Budget(left.quota(), left.limit(), left.remaining(), left.resetAt());
        }
    }

    static RunView of(SyncRun run) {
        return new RunView(
                run.id(),
                run.watch(),
                run.state().word(),
                run.phase().word(),
                run.startedAt(),
                run.movedAt(),
                run.endedAt(),
                run.counts());
    }

    static WithProgress of(Progress.Now now, List<RunDrift> drift) {
        return new WithProgress(
                of(now.run()),
                now.errors(),
                now.budgets().stream().map(Budget::of).toList(),
                now.toGo().map(Duration::toSeconds),
                drift);
    }
}
