package licet.web.catalog;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashSet;
import java.util.Set;
import licet.registry.decision.ChosenModels;
import licet.registry.decision.ModelExport;
import licet.registry.decision.ModelFilters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.Texts;

/** What somebody does with the models that they ticked. Where that is not possible, the list comes back as it was. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces({Frame.HTML, ListFilesController.CSV, MediaType.APPLICATION_JSON})
@Access
final class ChosenController {
    /** The part of the page that a problem is about. */
    private static final String PART = "chosen";

    private final ChosenModels chosen;
    private final ModelExport export;
    private final ModelFilters filters;
    private final CatalogPages pages;
    private final Frame frame;
    private final Texts texts;

    ChosenController(
            ChosenModels chosen,
            ModelExport export,
            ModelFilters filters,
            CatalogPages pages,
            Frame frame,
            Texts texts) {
        this.chosen = chosen;
        this.export = export;
        this.filters = filters;
        this.pages = pages;
        this.frame = frame;
        this.texts = texts;
    }

    /**
     * What was sent.
     *
     * @param list parameters of the page from which it was sent
     */
    private record Sent(String list, Set<String> models, String wish, String deployment) {
        static Sent of(HttpRequest<?> request) {
            var parameters = request.getParameters();
            return new Sent(
                    parameters.get("list", String.class).orElse(""),
                    new LinkedHashSet<>(parameters.getAll("model")),
                    parameters.get("do", String.class).orElse("compare"),
                    parameters.get("for", String.class).orElse(""));
        }
    }

    @Get("/models/chosen")
    HttpResponse<?> act(HttpRequest<?> request, Principal caller) {
        var sent = Sent.of(request);
        if (sent.models().isEmpty()) {
            return refused(request, caller, sent, texts.get("catalog.chosen.none"));
        }
        try {
            return switch (sent.wish()) {
                case "csv" -> csv(sent);
                case "json" -> json(sent);
                default -> compared(request, caller, sent);
            };
        } catch (ProblemException problem) {
            return refused(request, caller, sent, mend(problem));
        }
    }

    private HttpResponse<?> compared(HttpRequest<?> request, Principal caller, Sent sent) {
        if (sent.models().size() > Selection.MOST_COMPARED) {
            int count = sent.models().size();
            return refused(request, caller, sent, texts.get("catalog.chosen.many", count, Selection.MOST_COMPARED));
        }
        var address = UriBuilder.of("/compare").queryParam("deployment", sent.deployment());
        return HttpResponse.seeOther(
                address.queryParam("model", sent.models().toArray()).build());
    }

    private HttpResponse<?> csv(Sent sent) {
        var type = MediaType.of(ListFilesController.CSV);
        return HttpResponse.ok(new StreamedFile(export.csv(chosen.list(sent.models())), type).attach("models.csv"))
                .contentType(type);
    }

    private HttpResponse<?> json(Sent sent) {
        var type = MediaType.APPLICATION_JSON_TYPE;
        return HttpResponse.ok(new StreamedFile(export.json(chosen.list(sent.models())), type).attach("models.json"))
                .contentType(type);
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Principal caller, Sent sent, String why) {
        var sight = CatalogPages.Sight.of(caller, Callers.findFormToken(request))
                .choosing(sent.models(), sent.deployment(), new FormProblem(PART, why));
        var view = pages.of(CatalogRequest.read(sent.list(), filters), sight);
        return frame.answer(
                request, HttpStatus.UNPROCESSABLE_ENTITY, Page.Section.MODELS, CatalogController.TEMPLATE, view);
    }

    private String mend(ProblemException refused) {
        return refused.problem() instanceof RegistryProblem.Malformed(var errors) && !errors.isEmpty()
                ? texts.get(
                        "catalog.chosen.wrong",
                        String.valueOf(errors.getFirst().value()),
                        errors.getFirst().mend())
                : ProblemText.of(refused.problem()).sentence();
    }
}
