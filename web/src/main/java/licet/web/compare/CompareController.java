package licet.web.compare;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.compare.ModelNames;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Models side by side for one deployment. */
@Controller("/compare")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class CompareController {
    private final ComparePages pages;
    private final Frame frame;

    CompareController(ComparePages pages, Frame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    /** What can be compared is shown also beside names that have to be mended. */
    @Get("{?deployment}")
    HttpResponse<String> compare(HttpRequest<?> request, @QueryValue @Nullable String deployment, Principal caller) {
        var view = pages.of(
                ModelParameters.given(deployment).map(ModelParameters::deployment),
                ModelNames.of(request.getParameters()),
                Readers.seesValues(caller));
        var status = view.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        return frame.answer(request, status, Page.Section.MODELS, "compare", view);
    }
}
