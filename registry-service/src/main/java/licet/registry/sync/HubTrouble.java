package licet.registry.sync;

import java.time.Duration;
import java.util.Optional;
import licet.ingest.hub.HubProblem;
import licet.registry.catalog.Denials;

/**
 * A problem of the Hub as a run sees it.
 *
 * @param kind of a closed list
 * @param passing whether asking again can help
 */
record HubTrouble(String kind, String detail, boolean passing, Optional<Duration> pause) {
    static HubTrouble of(HubProblem problem) {
        String detail = problem.detail().toString();
        return switch (problem) {
            case HubProblem.Gated _ -> lasting("gated", detail);
            case HubProblem.Disabled _ -> lasting("disabled", detail);
            case HubProblem.MissingRepository _ -> lasting("missing", detail);
            case HubProblem.MissingRevision _ -> lasting("missing-revision", detail);
            case HubProblem.MissingEntry _ -> lasting("missing-entry", detail);
            case HubProblem.MissingPage _ -> lasting("missing-page", detail);
            case HubProblem.InvalidToken _ -> lasting("invalid-token", detail);
            case HubProblem.Unauthorized _ -> lasting("unauthorized", detail);
            case HubProblem.TooLarge _ -> lasting("too-large", detail);
            case HubProblem.RateLimited(var _, var after) ->
                new HubTrouble("rate-limited", detail, true, Optional.of(after));
            case HubProblem.Failed _ -> new HubTrouble("failed", detail, true, Optional.empty());
        };
    }

    /** Where the Hub has a model no longer that it was asked for by name. */
    static Optional<Denials.Denial> denial(HubProblem problem) {
        return problem instanceof HubProblem.MissingRepository
                ? Optional.of(Denials.Denial.GONE)
                : Optional.of(Denials.Denial.DISABLED).filter(_ -> problem instanceof HubProblem.Disabled);
    }

    private static HubTrouble lasting(String kind, String detail) {
        return new HubTrouble(kind, detail, false, Optional.empty());
    }
}
