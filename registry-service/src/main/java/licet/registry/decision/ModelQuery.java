package licet.registry.decision;

import java.util.Optional;
import licet.registry.platform.Cursor;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Answer;

/**
 * What a list of models is asked for.
 *
 * @param text part of owner or name; fewer than three letters find the beginning only
 * @param deployment whose verdicts {@code answer} filters; empty means any
 */
public record ModelQuery(
        Optional<String> text,
        Optional<String> license,
        Optional<String> country,
        Optional<Answer> answer,
        Optional<DeploymentKey> deployment,
        ModelSort sort,
        Optional<Cursor> cursor,
        int limit) {
    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;
}
