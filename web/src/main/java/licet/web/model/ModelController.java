package licet.web.model;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.DriftLog;
import licet.registry.decision.ModelDetails;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.rules.evidence.ModelId;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** One model, seen from one deployment; or where it went, or the offer to read it. */
@Controller("/models/{owner}/{name}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class ModelController {
    private final ModelDetails details;
    private final ModelPages pages;
    private final Catalog catalog;
    private final DriftLog log;
    private final Readings readings;
    private final Frame frame;

    ModelController(
            ModelDetails details, ModelPages pages, Catalog catalog, DriftLog log, Readings readings, Frame frame) {
        this.details = details;
        this.pages = pages;
        this.catalog = catalog;
        this.log = log;
        this.readings = readings;
        this.frame = frame;
    }

    @Get("{?deployment,source}")
    HttpResponse<?> show(
            HttpRequest<?> request,
            String owner,
            String name,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String source,
            Principal caller) {
        var asked = ModelParameters.model(owner, name);
        boolean local = ModelParameters.isLocal(source);
        if (!local && !isOnRecord(new ModelId(asked.value()))) {
            return movedTo(asked, ModelParameters.given(deployment)).orElseGet(() -> unread(request, asked, caller));
        }
        var detail = details.get(asked, local, Readers.seesValues(caller));
        var view = pages.of(detail, ModelParameters.given(deployment), !local && readings.maySend(caller));
        return frame.ok(request, Page.Section.MODELS, "model", view);
    }

    private boolean isOnRecord(ModelId model) {
        return catalog.knows(model) || catalog.findStated(model).isPresent();
    }

    /** Temporary: another model can take a name that was given up. */
    private Optional<HttpResponse<?>> movedTo(RepoId asked, Optional<String> deployment) {
        return log.find(new ModelId(asked.value()))
                .map(DriftLog.Named::name)
                .filter(now -> !now.value().equalsIgnoreCase(asked.value()) && catalog.knows(now))
                .map(now -> {
                    var address = UriBuilder.of("/models/" + now.value());
                    deployment.ifPresent(key -> address.queryParam("deployment", key));
                    return HttpResponse.temporaryRedirect(address.build());
                });
    }

    private HttpResponse<?> unread(HttpRequest<?> request, RepoId asked, Principal caller) {
        var view = new UnreadView(asked.value(), readings.isWaiting(asked), readings.maySend(caller));
        return frame.refused(request, HttpStatus.NOT_FOUND, "unread", view);
    }
}
