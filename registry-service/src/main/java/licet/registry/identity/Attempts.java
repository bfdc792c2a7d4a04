package licet.registry.identity;

import jakarta.inject.Singleton;
import licet.registry.platform.problem.RegistryProblem;

/** Ways in that ask for no login here: counted by the address, together with the sign-in form. */
@Singleton
public class Attempts {
    private final SignInFailures failures;

    Attempts(SignInFailures failures) {
        this.failures = failures;
    }

    /**
     * Counts one as if it had failed.
     *
     * @throws licet.registry.platform.problem.ProblemException when there were too many
     */
    public void count(String address) {
        failures.countAddress(address).ifPresent(wait -> {
            throw new RegistryProblem.TooManyAttempts(wait).asException();
        });
    }

    /** It was good after all. */
    public void forgive(String address) {
        failures.forgiveAddress(address);
    }
}
