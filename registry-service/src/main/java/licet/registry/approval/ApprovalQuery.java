package licet.registry.approval;

import io.micronaut.http.HttpParameters;
import java.util.Optional;

/**
 * One page of approvals, the newest first.
 *
 * @param model owner/name, in any case
 * @param cursor of the page before
 * @param limit from 1 to {@value BoardQuery#MAX_LIMIT}
 */
public record ApprovalQuery(
        Optional<ApprovalState> state,
        Optional<String> model,
        Optional<String> deployment,
        Optional<String> cursor,
        int limit) {
    public ApprovalQuery {
        if (limit < 1 || limit > BoardQuery.MAX_LIMIT) {
            throw BoardParameters.malformed(
                    "limit", Integer.toString(limit), "use a number from 1 to " + BoardQuery.MAX_LIMIT);
        }
    }

    /** An empty parameter is none. */
    public static ApprovalQuery of(HttpParameters given) {
        return new ApprovalQuery(
                BoardParameters.find(given, "state")
                        .map(word -> BoardParameters.choice(ApprovalState.class, "state", word)),
                BoardParameters.find(given, "model"),
                BoardParameters.find(given, "deployment"),
                BoardParameters.find(given, "cursor"),
                BoardParameters.find(given, "limit")
                        .map(BoardParameters::number)
                        .orElse(BoardQuery.DEFAULT_LIMIT));
    }
}
