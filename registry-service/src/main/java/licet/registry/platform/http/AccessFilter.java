package licet.registry.platform.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;

/**
 * The door. Every request passes here before a controller sees it, and only what a route declares gets in. Programs
 * prove themselves by a token under {@code /api}, browsers by a session elsewhere; neither proof counts at the other
 * place.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {
    private static final String BEARER = "Bearer ";

    private final Credentials credentials;
    private final SessionCookies cookies;
    private final FormProof forms;

    AccessFilter(Credentials credentials, SessionCookies cookies, FormProof forms) {
        this.credentials = credentials;
        this.cookies = cookies;
        this.forms = forms;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        var rule = RouteAttributes.getRouteMatch(request).map(AccessRule::of);
        if (rule.isEmpty() && ApiPaths.isAsset(request)) {
            return;
        }
        var caller = caller(request);
        caller.ifPresent(known -> PrincipalBinder.bind(request, known));
        if (rule.filter(AccessRule.Open.class::isInstance).isEmpty()) {
            var known = caller.orElseThrow(() -> new RegistryProblem.NotAuthenticated().asException());
            rule.flatMap(declared -> declared.objection(known)).ifPresent(problem -> {
                throw problem.asException();
            });
        }
        if (changesSomething(request) && !ApiPaths.isApi(request) && !ApiPaths.isWebhook(request)) {
            forms.demand(request, caller);
        }
    }

    private Optional<Principal> caller(HttpRequest<?> request) {
        return ApiPaths.isApi(request)
                ? bearer(request).flatMap(credentials::findByToken)
                : cookies.find(request).flatMap(credentials::findBySession);
    }

    private static Optional<String> bearer(HttpRequest<?> request) {
        return request.getHeaders()
                .getAuthorization()
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static boolean changesSomething(HttpRequest<?> request) {
        var method = request.getMethod();
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }
}
