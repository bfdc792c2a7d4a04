package licet.registry.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.problem.RegistryProblem;

/** The same decision, for the same reason, about several requests. */
public record NewVotes(Vote.Decision decision, String reason, List<Item> requests) {
    public static final int MOST = 200;

    public NewVotes {
        reason = NewRequest.words("/reason", reason);
        requests = List.copyOf(requests);
        if (requests.isEmpty() || requests.size() > MOST) {
            throw malformed("name 1 to " + MOST + " requests");
        }
        if (requests.stream().map(Item::id).distinct().count() < requests.size()) {
            throw malformed("name each request once");
        }
    }

    /** @param round the one that was looked at */
    public record Item(UUID id, int round, String stage, Optional<UUID> onBehalfOf) {}

    NewVote of(Item item) {
        return new NewVote(item.round(), item.stage(), decision, reason, List.of(), item.onBehalfOf());
    }

    private static RuntimeException malformed(String mend) {
        return new RegistryProblem.Malformed("/requests", null, mend).asException();
    }
}
