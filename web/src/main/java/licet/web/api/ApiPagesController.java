package licet.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import licet.registry.platform.http.Access;
import licet.registry.platform.openapi.ApiDocument;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** What programs can ask, with a way to try it. Not under /api: there tokens count and sessions do not. */
@Controller("/api-docs")
@Produces(Frame.HTML)
@Access
final class ApiPagesController {
    private final Frame frame;
    private final ApiDocument document;

    ApiPagesController(Frame frame, ApiDocument document) {
        this.frame = frame;
        this.document = document;
    }

    @Get
    HttpResponse<String> first(HttpRequest<?> request) {
        return frame.ok(
                request,
                Page.Section.NONE,
                "api",
                ApiView.first(document.tree()).orElseThrow());
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    String yaml() {
        return document.yaml();
    }

    @Get("/{group}")
    HttpResponse<String> group(HttpRequest<?> request, String group) {
        var view = ApiView.find(document.tree(), group)
                .orElseThrow(() -> new RegistryProblem.NotFound("group of routes", group).asException());
        return frame.ok(request, Page.Section.NONE, "api", view);
    }
}
