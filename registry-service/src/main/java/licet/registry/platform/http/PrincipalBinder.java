package licet.registry.platform.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the caller whom the door let in. */
@Singleton
final class PrincipalBinder implements TypedRequestArgumentBinder<Principal> {
    private static final String ATTRIBUTE = "licet.principal";

    static void bind(HttpRequest<?> request, Principal caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    static Optional<Principal> find(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Principal.class);
    }

    @Override
    public Argument<Principal> argumentType() {
        return Argument.of(Principal.class);
    }

    @Override
    public BindingResult<Principal> bind(ArgumentConversionContext<Principal> context, HttpRequest<?> request) {
        var caller = find(request);
        return () -> caller;
    }
}
