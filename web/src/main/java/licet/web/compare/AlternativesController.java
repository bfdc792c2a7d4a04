package licet.web.compare;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** What could be used instead of a model. */
@Controller("/models/{owner}/{name}/alternatives")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class AlternativesController {
    private final AlternativesPages pages;
    private final Frame frame;

    AlternativesController(AlternativesPages pages, Frame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    @Get("{?deployment,source}")
    HttpResponse<String> list(
            HttpRequest<?> request,
            String owner,
            String name,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String source,
            Principal caller) {
        var view = pages.of(
                ModelParameters.model(owner, name),
                ModelParameters.isLocal(source),
                ModelParameters.given(deployment).map(ModelParameters::deployment),
                Readers.seesValues(caller));
        return frame.ok(request, Page.Section.MODELS, "alternatives", view);
    }
}
