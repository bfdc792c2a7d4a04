package licet.rules.fuzz;

import java.util.List;

/** What every refusal has to say. */
final class Refusals {
    private Refusals() {}

    static void check(List<?> problems) {
        if (problems.isEmpty()
                || problems.stream().anyMatch(problem -> problem.toString().isBlank())) {
            throw new AssertionError("refused without a reason: " + problems);
        }
    }
}
