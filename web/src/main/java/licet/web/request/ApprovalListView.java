package licet.web.request;

import java.util.List;
import java.util.Optional;
import licet.registry.approval.Approval;

/**
 * Approvals with their standing, the newest first.
 *
 * @param state word of the one that is shown; empty for all
 * @param states words
 * @param deployment key of the one that is shown; empty for all
 * @param next address of the page that follows
 */
public record ApprovalListView(
        List<Approval> rows,
        String state,
        List<String> states,
        String deployment,
        List<String> deployments,
        String model,
        Optional<String> next) {
    public ApprovalListView {
        rows = List.copyOf(rows);
        states = List.copyOf(states);
        deployments = List.copyOf(deployments);
    }

    public boolean narrowed() {
        return !state.isEmpty() || !deployment.isEmpty() || !model.isEmpty();
    }
}
