package licet.registry.approval;

import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;

/**
 * One page of the board.
 *
 * @param cursor of the page before
 * @param limit from 1 to {@value #MAX_LIMIT}
 */
public record BoardQuery(BoardFilter filter, BoardSort sort, Optional<String> cursor, int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public BoardQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RegistryProblem.Malformed("limit", Integer.toString(limit), "use a number from 1 to " + MAX_LIMIT)
                    .asException();
        }
    }
}
