package licet.web.model;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.decision.ModelDetails;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** One model, seen from one deployment. */
@Controller("/models/{owner}/{name}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class ModelController {
    private final ModelDetails details;
    private final ModelPages pages;
    private final Frame frame;

    ModelController(ModelDetails details, ModelPages pages, Frame frame) {
        this.details = details;
        this.pages = pages;
        this.frame = frame;
    }

    @Get("{?deployment,source}")
    HttpResponse<String> show(
            HttpRequest<?> request,
            String owner,
            String name,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String source,
            Principal caller) {
        var detail = details.get(
                ModelParameters.model(owner, name), ModelParameters.isLocal(source), Readers.seesValues(caller));
        return frame.ok(request, Page.Section.MODELS, "model", pages.of(detail, ModelParameters.given(deployment)));
    }
}
