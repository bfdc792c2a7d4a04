package licet.web.catalog;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import licet.registry.decision.ModelFilters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** The first page: all models, each with one verdict a deployment. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class CatalogController {
    static final String TEMPLATE = "catalog";

    /** Sent by the script that exchanges the list while somebody types. */
    private static final String INSTANT = "HX-Request";

    private static final String ASKED_BY = "HX-Trigger";
    private static final String ADDRESS = "HX-Push-Url";

    private final CatalogPages pages;
    private final ModelFilters filters;
    private final Frame frame;

    CatalogController(CatalogPages pages, ModelFilters filters, Frame frame) {
        this.pages = pages;
        this.filters = filters;
        this.frame = frame;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal caller) {
        var given = request.getParameters().asMap();
        var asked = CatalogRequest.read(given, filters);
        boolean instant = request.getHeaders().contains(INSTANT);
        if (!instant && asked.wrong().isEmpty() && CatalogRequest.isRoundabout(given)) {
            return HttpResponse.seeOther(URI.create(CatalogAddress.of(asked.parameters())));
        }
        var sight = CatalogPages.Sight.of(caller, Callers.findFormToken(request));
        var view = pages.of(asked, instant && isTyped(request, asked) ? sight.withoutFacets() : sight);
        var status = asked.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        var answer = frame.answer(request, status, Page.Section.MODELS, TEMPLATE, view);
        return instant ? answer.header(ADDRESS, CatalogAddress.of(asked.parameters())) : answer;
    }

    /** Between two letters nobody reads counts, and with words nothing can be counted. */
    private static boolean isTyped(HttpRequest<?> request, CatalogRequest asked) {
        return "q".equals(request.getHeaders().get(ASKED_BY))
                && asked.query().filter().text().isPresent();
    }

    /** The address that people guess. */
    @Get("/models")
    HttpResponse<?> models() {
        return HttpResponse.seeOther(URI.create(CatalogAddress.PAGE));
    }
}
