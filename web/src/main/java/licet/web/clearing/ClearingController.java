package licet.web.clearing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.clearing.Clearing;
import licet.registry.clearing.ClearingCases;
import licet.registry.clearing.ClearingDesk;
import licet.registry.clearing.Concluded;
import licet.registry.clearing.QuestionKind;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Everybody sees what waits for people and what they concluded; reviewers conclude. */
@Controller("/clearings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class ClearingController {
    private static final String CASE = "clearing-case";
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final ClearingPages pages;
    private final ClearingCases cases;
    private final ClearingDesk desk;
    private final Catalog catalog;
    private final Frame frame;

    ClearingController(ClearingPages pages, ClearingCases cases, ClearingDesk desk, Catalog catalog, Frame frame) {
        this.pages = pages;
        this.cases = cases;
        this.desk = desk;
        this.catalog = catalog;
        this.frame = frame;
    }

    @Get("{?question,cursor}")
    HttpResponse<String> queue(
            HttpRequest<?> request, @QueryValue @Nullable String question, @QueryValue @Nullable String cursor) {
        var kind = Optional.ofNullable(question).filter(word -> !word.isEmpty()).map(ClearingController::kind);
        return frame.ok(request, Page.Section.CLEARINGS, "clearings", pages.queue(kind, Optional.ofNullable(cursor)));
    }

    /** @param about what the case asks for: license, lineage or terms */
    @Get("/of/{owner}/{name}{?about,source}")
    HttpResponse<?> of(String owner, String name, @QueryValue String about, @QueryValue @Nullable String source) {
        String model = owner + "/" + name;
        var from = LocalCatalog.SOURCE.equals(source) ? LocalCatalog.SOURCE : catalog.source();
        var answer = ClosedChoice.find(Concluded.Kind.class, about);
        var found = answer.flatMap(kind -> cases.findCase(from, model, kind))
                .orElseThrow(() -> new RegistryProblem.NotFound("clearing case", model).asException());
        return HttpResponse.seeOther(place(found.kind(), found.key()));
    }

    @Get("/cases/{question}/{key}")
    HttpResponse<String> show(HttpRequest<?> request, String question, String key, Principal caller) {
        var view = pages.page(look(request, question, key, caller), CaseForm.EMPTY, Optional.empty(), List.of());
        return frame.ok(request, Page.Section.CLEARINGS, CASE, view);
    }

    /** A clearing is shown with the case that it is about. */
    @Get("/{id}")
    HttpResponse<?> clearing(UUID id) {
        return HttpResponse.seeOther(place(cases.get(id)));
    }

    @Post("/cases/{question}/{key}/preview")
    @Consumes(FORM)
    @Access(role = Role.REVIEWER)
    HttpResponse<String> preview(
            HttpRequest<?> request, String question, String key, @Body CaseForm form, Principal caller) {
        var look = look(request, question, key, caller);
        try {
            var preview = pages.preview(look.kind(), key, pages.answer(look.kind(), key, form));
            var view = pages.page(look, form, Optional.of(preview), List.of());
            return frame.ok(request, Page.Section.CLEARINGS, CASE, view);
        } catch (ProblemException refused) {
            return refused(request, look, form, refused.problem(), "reasons");
        }
    }

    @Post("/cases/{question}/{key}/propose")
    @Consumes(FORM)
    @Access(role = Role.REVIEWER)
    HttpResponse<?> propose(
            HttpRequest<?> request, String question, String key, @Body CaseForm form, Principal caller) {
        var look = look(request, question, key, caller);
        try {
            var answer = pages.answer(look.kind(), key, form);
            desk.propose(new ClearingDesk.Proposal(look.kind(), key, answer, form.reasonsText()), caller);
            return HttpResponse.seeOther(place(look.kind(), key));
        } catch (ProblemException refused) {
            return refused(request, look, form, refused.problem(), "reasons");
        }
    }

    @Post("/{id}/confirm")
    @Consumes(FORM)
    @Access(role = Role.REVIEWER)
    HttpResponse<?> confirm(HttpRequest<?> request, UUID id, @Body StepForm form, Principal caller) {
        return step(request, id, caller, () -> desk.confirm(id, form.reasonText(), caller));
    }

    @Post("/{id}/withdraw")
    @Consumes(FORM)
    @Access(role = Role.REVIEWER)
    HttpResponse<?> withdraw(HttpRequest<?> request, UUID id, @Body StepForm form, Principal caller) {
        return step(request, id, caller, () -> desk.withdraw(id, form.reasonText(), caller));
    }

    @Post("/{id}/revoke")
    @Consumes(FORM)
    @Access(role = Role.REVIEWER)
    HttpResponse<?> revoke(HttpRequest<?> request, UUID id, @Body StepForm form, Principal caller) {
        return step(request, id, caller, () -> desk.revoke(id, form.reasonText(), caller));
    }

    private interface Step {
        Clearing take();
    }

    private HttpResponse<?> step(HttpRequest<?> request, UUID id, Principal caller, Step step) {
        try {
            return HttpResponse.seeOther(place(step.take()));
        } catch (ProblemException refused) {
            var about = cases.get(id).about();
            var look = look(request, about.question().word(), about.key(), caller);
            return refused(request, look, CaseForm.EMPTY, refused.problem(), "reason");
        }
    }

    private HttpResponse<String> refused(
            HttpRequest<?> request, ClearingPages.Look look, CaseForm form, RegistryProblem problem, String field) {
        var view = pages.page(look, form, Optional.empty(), problems(problem, field));
        return frame.refused(request, status(problem), CASE, view);
    }

    private static ClearingPages.Look look(HttpRequest<?> request, String question, String key, Principal caller) {
        return new ClearingPages.Look(kind(question), key, caller, Callers.findFormToken(request));
    }

    private static QuestionKind kind(String word) {
        return ClosedChoice.find(QuestionKind.class, word)
                .orElseThrow(() -> new RegistryProblem.NotFound("clearing case", word).asException());
    }

    private static URI place(Clearing clearing) {
        return place(clearing.about().question(), clearing.about().key());
    }

    private static URI place(QuestionKind kind, String key) {
        return URI.create("/clearings/cases/" + kind.word() + "/" + key);
    }

    private static HttpStatus status(RegistryProblem problem) {
        return problem instanceof RegistryProblem.Malformed
                ? HttpStatus.UNPROCESSABLE_ENTITY
                : HttpStatus.valueOf(ProblemText.of(problem).status());
    }

    /** @param otherwise the field beside which a problem stands that is of none */
    private static List<FormProblem> problems(RegistryProblem problem, String otherwise) {
        return problem instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FormProblem(field(error.field()), error.mend()))
                        .toList()
                : List.of(new FormProblem(otherwise, ProblemText.of(problem).sentence()));
    }

    private static String field(String pointer) {
        return switch (pointer.replaceFirst("^/", "")) {
            case "licenses", "answer" -> "license";
            case "parents" -> "parent";
            case String part when part.startsWith("licenses/") -> part.substring("licenses/".length());
            case String other -> other;
        };
    }
}
