package licet.registry.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;

/** The one place where a problem becomes an answer: a document for programs, a page for people. */
@Singleton
final class Problems {
    private final JsonMapper json;
    private final ErrorPage page;

    Problems(JsonMapper json, ErrorPage page) {
        this.json = json;
        this.page = page;
    }

    MutableHttpResponse<?> answer(HttpRequest<?> request, RegistryProblem problem) {
        if (problem instanceof RegistryProblem.NotAuthenticated && isPageVisit(request)) {
            var here = ReturnAddress.parse(request.getUri().toString()).orElse(new ReturnAddress("/"));
            return HttpResponse.seeOther(here.signIn());
        }
        var text = ProblemText.of(problem);
        var response = HttpResponse.status(HttpStatus.valueOf(text.status()));
        addHeaders(response, problem, ApiPaths.isApi(request));
        return ApiPaths.answersJson(request)
                ? response.contentType(ProblemDocument.MEDIA_TYPE)
                        .body(bytes(ProblemDocument.of(text, request.getPath())))
                : response.contentType("text/html; charset=utf-8").body(page.render(request, text));
    }

    private static boolean isPageVisit(HttpRequest<?> request) {
        return !ApiPaths.answersJson(request)
                && (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD);
    }

    private static void addHeaders(MutableHttpResponse<?> response, RegistryProblem problem, boolean api) {
        switch (problem) {
            case RegistryProblem.NotAuthenticated()
            when api -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"licet\"");
            case RegistryProblem.TooManyAttempts(var after) -> retryAfter(response, after);
            case RegistryProblem.Unavailable outage -> retryAfter(response, outage.retryAfter());
            case RegistryProblem.MethodNotAllowed refused ->
                response.header(HttpHeaders.ALLOW, String.join(", ", refused.allowed()));
            default -> {}
        }
    }

    private static void retryAfter(MutableHttpResponse<?> response, Duration after) {
        response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())));
    }

    private byte[] bytes(ProblemDocument document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
