package licet.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.approval.BoardRow;
import licet.web.layout.FormProblem;

/**
 * All requests, as somebody asked for them.
 *
 * @param next address of the page that follows
 * @param narrowed whether the list leaves something out
 * @param parameters of the list, as they are kept
 * @param values of the fields that narrow it
 * @param states words
 * @param deployments keys
 * @param sorts words
 * @param kept lists of the caller
 * @param now the moment at which something is late or not
 */
public record BoardView(
        List<BoardRow> rows,
        Optional<String> next,
        boolean narrowed,
        String parameters,
        Map<String, String> values,
        List<String> states,
        List<String> deployments,
        List<String> sorts,
        List<Kept> kept,
        Instant now,
        String formToken,
        List<FormProblem> problems) {
    public BoardView {
        rows = List.copyOf(rows);
        values = Map.copyOf(values);
        states = List.copyOf(states);
        deployments = List.copyOf(deployments);
        sorts = List.copyOf(sorts);
        kept = List.copyOf(kept);
        problems = List.copyOf(problems);
    }

    /** @param current whether it is the list that is shown */
    public record Kept(UUID id, String name, String href, boolean current) {}

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
