package licet.registry.platform.problem;

/** Carries a problem to the one place that answers it. Not a bug, so it has no stack trace. Its
 * message is one line for a terminal. */
public final class ProblemException extends RuntimeException {
    private final transient RegistryProblem problem;

    ProblemException(RegistryProblem problem) {
        super(ProblemText.of(problem).sentence(), null, false, false);
        this.problem = problem;
    }

    public RegistryProblem problem() {
        return problem;
    }
}
