package licet.registry.waiver;

import io.micronaut.http.HttpParameters;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.ProblemException;

/**
 * One page of waivers, the newest first.
 *
 * @param deployment key of a deployment
 * @param cursor of the page before
 * @param limit from 1 to {@value #MOST}
 */
public record WaiverQuery(
        Optional<WaiverState> state, Optional<String> deployment, Optional<String> cursor, int limit) {
    public static final int MOST = 200;
    private static final int PAGE = 50;

    public WaiverQuery {
        if (limit < 1 || limit > MOST) {
            throw WaiverText.malformed("limit", Integer.toString(limit), "use a number from 1 to " + MOST);
        }
    }

    /**
     * An empty parameter is none.
     *
     * @throws ProblemException malformed, naming the parameter
     */
    public static WaiverQuery of(HttpParameters given) {
        return new WaiverQuery(
                find(given, "state").map(WaiverQuery::state),
                find(given, "deployment"),
                find(given, "cursor"),
                find(given, "limit").map(WaiverQuery::number).orElse(PAGE));
    }

    private static Optional<String> find(HttpParameters given, String name) {
        return given.getFirst(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static WaiverState state(String word) {
        return ClosedChoice.find(WaiverState.class, word)
                .orElseThrow(() ->
                        WaiverText.malformed("state", word, "use one of " + ClosedChoice.words(WaiverState.class)));
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
