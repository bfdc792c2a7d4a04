package licet.registry.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The query of one page of the board. */
final class BoardSql {
    private static final String WAITS =
            " FROM approval_waiting w WHERE w.request_id = r.id AND w.round = r.round AND r.state = 'in-review'";

    private static final String WAITING = "SELECT w.stage" + WAITS;

    private static final String SELECT =
            "SELECT r.*, p.login, ARRAY(" + WAITING + " ORDER BY w.due_at, w.stage) AS waiting, (SELECT min(w.due_at)"
                    + WAITS + ") AS due"
                    + " FROM approval_request r JOIN person p ON p.id = r.requester";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    BoardSql(BoardFilter filter) {
        filter.state().ifPresent(state -> and("r.state = ?", state.word()));
        filter.deployment().ifPresent(key -> and("r.deployment_key = ?", key));
        filter.model().ifPresent(model -> and("lower(r.model) = lower(?)", model));
        filter.requester().ifPresent(person -> and("r.requester = ?", person));
        filter.stage().ifPresent(stage -> and("EXISTS (" + WAITING + " AND w.stage = ?)", stage));
        filter.neededBy().ifPresent(this::neededBy);
    }

    private void neededBy(LocalDate day) {
        and("COALESCE(r.needed_by, DATE 'infinity') <= ?", day);
    }

    BoardSql after(BoardSort sort, String key, UUID id) {
        and(sort.after(), key, id);
        return this;
    }

    private void and(String condition, Object... values) {
        where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
        arguments.addAll(List.of(values));
    }

    String text(BoardSort sort) {
        return SELECT + where + sort.order() + " LIMIT ?";
    }

    Object[] arguments(int limit) {
        var all = new ArrayList<>(arguments);
        all.add(limit);
        return all.toArray();
    }
}
