package licet.registry.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that a caller can be told instead of an answer. */
public sealed interface RegistryProblem {
    /** There is no such thing: its kind in the vocabulary, and the id that was asked for. */
    record NotFound(String kind, String id) implements RegistryProblem {}

    /** No page or resource lives at this address. */
    record NoSuchAddress(String path) implements RegistryProblem {}

    /** The request cannot be understood or accepted as it is. */
    record Malformed(List<FieldError> errors) implements RegistryProblem {
        public Malformed {
            errors = List.copyOf(errors);
        }

        public Malformed(String field, @Nullable String value, String mend) {
            this(List.of(new FieldError(field, value, mend)));
        }
    }

    /** It is there already, or it was changed by somebody else meanwhile. */
    record Conflict(String kind, String id, String mend) implements RegistryProblem {}

    /** Somebody saved another version since the one from which this change started. */
    record ChangedMeanwhile(String kind, String id) implements RegistryProblem {}

    /** The same idempotency key came with another request before. */
    record KeyReused(String key) implements RegistryProblem {}

    /** Nobody is known behind the request. */
    record NotAuthenticated() implements RegistryProblem {}

    /** Login and password do not belong together; which of them is wrong is not said. */
    record SignInRefused() implements RegistryProblem {}

    /** Somebody is known, and may not do this. */
    record Forbidden(String needed) implements RegistryProblem {}

    /** A form came from elsewhere, or from a page that is too old. */
    record ForeignForm() implements RegistryProblem {}

    record TooManyAttempts(Duration retryAfter) implements RegistryProblem {}

    record TooLarge(long limitBytes) implements RegistryProblem {}

    record MethodNotAllowed(String method, Set<String> allowed) implements RegistryProblem {
        public MethodNotAllowed {
            allowed = Set.copyOf(allowed);
        }
    }

    record UnsupportedMediaType() implements RegistryProblem {}

    record NotAcceptable() implements RegistryProblem {}

    /** Something that is needed for a safe answer is out of reach for now. */
    record Unavailable(String what, Duration retryAfter) implements RegistryProblem {}

    /** A fault of ours. The reference stands in the log beside the cause. */
    record Fault(String reference) implements RegistryProblem {}

    default ProblemException asException() {
        return new ProblemException(this);
    }
}
