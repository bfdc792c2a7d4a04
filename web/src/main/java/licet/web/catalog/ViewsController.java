package licet.web.catalog;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.UUID;
import licet.registry.decision.ModelFilters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.view.SavedViews;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Lists that somebody keeps under a name. */
@Controller("/views")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class ViewsController {
    private static final String NAME = "view-name";

    private final SavedViews views;
    private final ModelFilters filters;
    private final CatalogPages pages;
    private final Frame frame;

    ViewsController(SavedViews views, ModelFilters filters, CatalogPages pages, Frame frame) {
        this.views = views;
        this.filters = filters;
        this.pages = pages;
        this.frame = frame;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, @Body ViewForm form, Principal caller) {
        String name = form.nameText();
        String parameters = form.parametersText();
        try {
            var view = views.save(name, parameters, caller);
            return back(view.parameters());
        } catch (ProblemException refused) {
            var sight = CatalogPages.Sight.of(caller, Callers.findFormToken(request))
                    .naming(name, new FormProblem(NAME, mend(refused)));
            var view = pages.of(CatalogRequest.read(parameters, filters), sight);
            return frame.answer(
                    request, HttpStatus.UNPROCESSABLE_ENTITY, Page.Section.MODELS, CatalogController.TEMPLATE, view);
        }
    }

    @Post("/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(UUID id, @Body ViewForm form, Principal caller) {
        views.delete(id, caller);
        return back(form.parametersText());
    }

    /** Whatever was sent: an address that is none leads to the whole list. */
    private HttpResponse<?> back(String parameters) {
        return HttpResponse.seeOther(URI.create(
                CatalogAddress.of(CatalogRequest.read(parameters, filters).parameters())));
    }

    private static String mend(ProblemException refused) {
        var text = ProblemText.of(refused.problem());
        return text.errors().stream().map(FieldError::mend).findFirst().orElse(text.detail());
    }
}
