package licet.registry.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.registry.decision.ApprovedRevisions;
import licet.registry.decision.ApprovedRevisions.Approved;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/** Every approval that nobody ended, by what it is for: pipelines ask for one pair after the other. */
final class RunningApprovals {
    private static final int MOST_NAMED = 20;

    private final Map<Place, List<Running>> byPlace = new HashMap<>();

    /** @param model in lower case */
    private record Place(String model, String deployment) {}

    private record Running(
            String id, String revision, Instant until, Optional<Instant> staleSince, Optional<Instant> graceUntil) {
        Approved at(Instant now) {
            return new Approved(id, revision, state(now).word(), until, staleSince, graceUntil);
        }

        /** What was read may be older than the end of its grace. */
        private ApprovalState state(Instant now) {
            if (staleSince.isEmpty()) {
                return ApprovalState.VALID;
            }
            return graceUntil.filter(now::isBefore).isPresent() ? ApprovalState.GRACE : ApprovalState.STALE;
        }
    }

    private RunningApprovals() {}

    static RunningApprovals read(Statements sql) {
        var all = new RunningApprovals();
        sql.list(
                "SELECT a.id, a.model, a.deployment_key, a.revision, a.valid_until, s.since, s.grace_until"
                        + " FROM approval a LEFT JOIN approval_stale s ON s.approval_id = a.id AND s.over_at IS NULL"
                        + " WHERE a.ended_at IS NULL ORDER BY a.id DESC",
                all::add);
        return all;
    }

    private boolean add(ResultSet row) throws SQLException {
        var place = new Place(row.getString("model").toLowerCase(Locale.ROOT), row.getString("deployment_key"));
        return byPlace.computeIfAbsent(place, _ -> new ArrayList<>())
                .add(new Running(
                        row.getString("id"),
                        row.getString("revision"),
                        Statements.getInstant(row, "valid_until"),
                        Optional.ofNullable(Statements.findInstant(row, "since")),
                        Optional.ofNullable(Statements.findInstant(row, "grace_until"))));
    }

    ApprovedRevisions.Reading at(Clock clock) {
        return new ApprovedRevisions.Reading() {
            @Override
            public List<Approved> of(ModelId model, DeploymentKey deployment) {
                return RunningApprovals.this.of(model, deployment, clock.instant());
            }

            @Override
            public List<ModelId> models(DeploymentKey deployment) {
                return RunningApprovals.this.models(deployment, clock.instant());
            }
        };
    }

    private List<ModelId> models(DeploymentKey deployment, Instant now) {
        return byPlace.entrySet().stream()
                .filter(place -> place.getKey().deployment().equals(deployment.value())
                        && place.getValue().stream().anyMatch(running -> now.isBefore(running.until())))
                .map(place -> new ModelId(place.getKey().model()))
                .sorted(Comparator.comparing(ModelId::value))
                .toList();
    }

    private List<Approved> of(ModelId model, DeploymentKey deployment, Instant now) {
        return byPlace
                .getOrDefault(new Place(model.value().toLowerCase(Locale.ROOT), deployment.value()), List.of())
                .stream()
                .filter(running -> now.isBefore(running.until()))
                .limit(MOST_NAMED)
                .map(running -> running.at(now))
                .toList();
    }
}
