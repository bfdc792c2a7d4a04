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
import java.util.regex.Pattern;
import licet.registry.platform.problem.RegistryProblem;

/**
 * What a browser must show before it may change something: that the page was ours and, once signed in, that the form
 * was made for this session.
 */
@Singleton
final class FormProof {
    private static final Pattern PART =
            Pattern.compile("name=\"" + FormToken.FIELD + "\"\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]+)\\r\\n");

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
        if (isOf(request, MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return body(request).flatMap(FormProof::field);
        }
        return isOf(request, MediaType.MULTIPART_FORM_DATA_TYPE)
                ? body(request).flatMap(FormProof::part)
                : Optional.empty();
    }

    private static boolean isOf(HttpRequest<?> request, MediaType form) {
        return request.getContentType().filter(form::matches).isPresent();
    }

    /** The controller reads the same bytes afterward, so this looks at a copy. */
    private static Optional<String> body(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            return Optional.empty();
        }
        try (var copy = server.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
                var whole = copy.buffer().join()) {
            return Optional.of(whole.toString(UTF_8));
        }
    }

    /** A form with a file. Where in it the token stands does not matter: who does not know it cannot write it. */
    private static Optional<String> part(String form) {
        var found = PART.matcher(form);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> field(String form) {
        var start = FormToken.FIELD + "=";
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(start))
                .map(pair -> URLDecoder.decode(pair.substring(start.length()), UTF_8))
                .findFirst();
    }
}
