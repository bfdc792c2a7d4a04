package licet.registry.platform.http;

import io.micronaut.http.HttpRequest;
import licet.registry.platform.problem.ProblemText;

/** How a browser is told about a problem. The pages module has the one bean; without it the page is plain. */
public interface ErrorPage {
    /** A whole HTML document. Status and headers are set by the caller. */
    String render(HttpRequest<?> request, ProblemText problem);
}
