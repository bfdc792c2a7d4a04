package licet.registry.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;

/**
 * What a browser must show before it may change something: that the page was ours and, once signed in, that the form
 * was made for this session.
 */
@Singleton
final class FormProof {
    void demand(HttpRequest<?> request, Optional<Principal> caller) {
        if (!SameOrigin.isShownBy(request)) {
            throw new RegistryProblem.ForeignForm().asException();
        }
        if (caller.isPresent()
                && caller.get().via() instanceof Principal.Via.Session(var expected)
                && sentToken(request).filter(expected::matches).isEmpty()) {
            throw new RegistryProblem.ForeignForm().asException();
        }
    }

    private static Optional<String> sentToken(HttpRequest<?> request) {
        var header = request.getHeaders().findFirst(FormToken.HEADER);
        return header.isPresent() ? header : field(request);
    }

    private static Optional<String> field(HttpRequest<?> request) {
        var isForm = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
                .isPresent();
        if (!isForm || !(request instanceof ServerHttpRequest<?> server)) {
            return Optional.empty();
        }
        // The controller reads the same bytes afterward, so this looks at a copy.
        try (var copy = server.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
                var whole = copy.buffer().join()) {
            return field(whole.toString(UTF_8));
        }
    }

    private static Optional<String> field(String form) {
        var start = FormToken.FIELD + "=";
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(start))
                .map(pair -> URLDecoder.decode(pair.substring(start.length()), UTF_8))
                .findFirst();
    }
}
