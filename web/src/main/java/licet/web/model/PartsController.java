package licet.web.model;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import licet.registry.catalog.DriftLog;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.ModelParts;
import licet.registry.platform.http.Access;
import licet.rules.evidence.ModelId;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** The card of a model, and its snapshots held against each other. */
@Controller("/models/{owner}/{name}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class PartsController {
    private static final int SHOWN = 50;

    private final ModelParts parts;
    private final DriftLog log;
    private final Frame frame;

    PartsController(ModelParts parts, DriftLog log, Frame frame) {
        this.parts = parts;
        this.log = log;
        this.frame = frame;
    }

    @Get("/card{?source}")
    HttpResponse<String> card(HttpRequest<?> request, String owner, String name, @QueryValue @Nullable String source) {
        boolean local = ModelParameters.isLocal(source);
        var card = parts.card(ModelParameters.model(owner, name), local);
        var view = new CardView(card.model(), card.revision(), card.sha256(), card.html(), card.cut(), local);
        return frame.ok(request, Page.Section.MODELS, "card", view);
    }

    @Get("/text{?path,source}")
    HttpResponse<String> text(
            HttpRequest<?> request,
            String owner,
            String name,
            @QueryValue @Nullable String path,
            @QueryValue @Nullable String source) {
        boolean local = ModelParameters.isLocal(source);
        var text = parts.text(ModelParameters.model(owner, name), local, ModelParameters.path(path));
        return frame.ok(request, Page.Section.MODELS, "text", new TextView(text, local));
    }

    @Get("/snapshots{?from,to,source}")
    HttpResponse<String> snapshots(
            HttpRequest<?> request,
            String owner,
            String name,
            @QueryValue @Nullable Long from,
            @QueryValue @Nullable Long to,
            @QueryValue @Nullable String source) {
        boolean local = ModelParameters.isLocal(source);
        var history = parts.history(
                ModelParameters.model(owner, name), local, Optional.ofNullable(from), Optional.ofNullable(to));
        var view = new HistoryView(
                history.model(),
                history.snapshots(),
                history.difference()
                        .map(found -> new HistoryView.Compared(
                                found.from(),
                                found.to(),
                                found.changes().stream()
                                        .map(change ->
                                                ChangeShown.of(change.detail(), Optional.empty(), change.words()))
                                        .toList(),
                                found.files())),
                local ? List.of() : noticed(new ModelId(history.model())),
                local);
        return frame.ok(request, Page.Section.MODELS, "snapshots", view);
    }

    private List<ChangeShown> noticed(ModelId model) {
        return log.find(model).map(found -> log.list(found.id(), Long.MAX_VALUE, SHOWN)).orElse(List.of()).stream()
                .map(entry -> ChangeShown.of(entry.detail(), Optional.of(entry.seenAt()), entry.words()))
                .toList();
    }
}
