package licet.registry.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.RegistryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the framework refuses, said in the same shape as what we refuse. */
@Singleton
@Primary
final class FrameworkErrors implements ErrorResponseProcessor<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(FrameworkErrors.class);
    private static final String BODY = "body";

    private final Problems problems;
    private final long largestRequest;

    FrameworkErrors(Problems problems, HttpServerConfiguration server) {
        this.problems = problems;
        this.largestRequest = server.getMaxRequestSize();
    }

    @Override
    @SuppressWarnings("unchecked") // the type says nothing: nobody reads the body again
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return (MutableHttpResponse<Object>) problems.answer(context.getRequest(), problem(context, response));
    }

    private RegistryProblem problem(ErrorContext context, MutableHttpResponse<?> response) {
        var request = context.getRequest();
        return switch (response.code()) {
            case 404 -> new RegistryProblem.NoSuchAddress(request.getPath());
            case 405 -> new RegistryProblem.MethodNotAllowed(request.getMethodName(), allowed(response));
            case 406 -> new RegistryProblem.NotAcceptable();
            case 413 -> new RegistryProblem.TooLarge(largestRequest);
            case 415 -> new RegistryProblem.UnsupportedMediaType();
            default -> response.code() < 500 ? malformed(context) : fault(context);
        };
    }

    private static Set<String> allowed(MutableHttpResponse<?> response) {
        return response.getHeaders().getAll(HttpHeaders.ALLOW).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RegistryProblem malformed(ErrorContext context) {
        return switch (context.getRootCause().orElse(null)) {
            case UnsatisfiedRouteException missing ->
                new RegistryProblem.Malformed(missing.getArgument().getName(), null, "It is required.");
            case ConversionErrorException wrong ->
                new RegistryProblem.Malformed(
                        wrong.getArgument().getName(),
                        wrong.getConversionError()
                                .getOriginalValue()
                                .map(Object::toString)
                                .orElse(null),
                        "Expected is " + wrong.getArgument().getType().getSimpleName() + ".");
            case ConstraintViolationException violations ->
                new RegistryProblem.Malformed(violations.getConstraintViolations().stream()
                        .map(FrameworkErrors::fieldError)
                        .toList());
            case JsonSyntaxException _, JacksonException _ ->
                new RegistryProblem.Malformed(BODY, null, "It is not valid JSON.");
            case null, default ->
                new RegistryProblem.Malformed(BODY, null, "It does not fit the schema in /api/v1/openapi.yaml.");
        };
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        var field = path.substring(path.lastIndexOf('.') + 1);
        return new FieldError(field, String.valueOf(violation.getInvalidValue()), violation.getMessage());
    }

    private static RegistryProblem fault(ErrorContext context) {
        var cause = context.getRootCause().orElse(null);
        if (Stream.iterate(cause, c -> c != null, Throwable::getCause).anyMatch(FrameworkErrors::isOutage)) {
            LOG.warn("The database is out of reach: {}", String.valueOf(cause));
            return new RegistryProblem.Unavailable("The database", Duration.ofSeconds(2));
        }
        var reference = UUID.randomUUID().toString();
        LOG.error("Fault {} at {}", reference, context.getRequest().getPath(), cause);
        return new RegistryProblem.Fault(reference);
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException refused
                        && refused.getSQLState() != null
                        && List.of("08", "57", "53")
                                .contains(refused.getSQLState().substring(0, 2));
    }
}
