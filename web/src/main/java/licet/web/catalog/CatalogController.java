package licet.web.catalog;

import static licet.web.catalog.CatalogRequest.orEmpty;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import licet.registry.platform.http.Access;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** The first page: all models, each with one verdict a deployment. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class CatalogController {
    private final CatalogPages pages;
    private final Frame frame;

    CatalogController(CatalogPages pages, Frame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    @Get("/{?q,license,country,verdict,deployment,sort,cursor}")
    HttpResponse<String> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String license,
            @QueryValue @Nullable String country,
            @QueryValue @Nullable String verdict,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String cursor) {
        var asked = new CatalogRequest(
                orEmpty(q),
                orEmpty(license),
                orEmpty(country),
                orEmpty(verdict),
                orEmpty(deployment),
                orEmpty(sort),
                orEmpty(cursor));
        return frame.ok(request, Page.Section.MODELS, "catalog", pages.of(asked));
    }

    /** The address that people guess. */
    @Get("/models")
    HttpResponse<?> models() {
        return HttpResponse.seeOther(URI.create("/"));
    }
}
