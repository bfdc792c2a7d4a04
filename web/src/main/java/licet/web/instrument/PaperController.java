package licet.web.instrument;

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
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import licet.registry.instrument.PaperDownload;
import licet.registry.instrument.PaperParameters;
import licet.registry.instrument.PaperText;
import licet.registry.instrument.Papers;
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

/** Everybody who is signed in sees what lifts what; who may put it on record is asked again where it is done. */
@Controller("/instruments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER})
final class PaperController {
    private static final String FORM = "instrument-edit";

    private final PaperPages pages;
    private final PaperText text;
    private final Papers papers;
    private final Frame frame;

    PaperController(PaperPages pages, PaperText text, Papers papers, Frame frame) {
        this.pages = pages;
        this.text = text;
        this.papers = papers;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        var query = PaperParameters.read(request.getParameters());
        return frame.ok(request, Page.Section.INSTRUMENTS, "instruments", pages.list(query, caller));
    }

    @Get("/new")
    HttpResponse<String> begin(HttpRequest<?> request, Principal caller) {
        var form = pages.begun(PaperForm.of(request.getParameters()));
        return frame.ok(request, Page.Section.INSTRUMENTS, FORM, pages.form(token(request), form, caller, List.of()));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> record(HttpRequest<?> request, @Body MultipartBody body, Principal caller) {
        var sent = PaperSubmission.of(body);
        try {
            var paper = papers.record(text.read(sent.json()), caller);
            return HttpResponse.seeOther(URI.create("/instruments/" + paper.id()));
        } catch (ProblemException refused) {
            var view = pages.form(token(request), sent.form(), caller, problems(refused.problem(), "kind"));
            return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, FORM, view);
        }
    }

    /** Says what a paper would change; nothing is saved. */
    @Post("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> preview(HttpRequest<?> request, @Body MultipartBody body, Principal caller) {
        var sent = PaperSubmission.of(body);
        try {
            var paper = text.read(sent.form().json(Optional.empty()));
            var view = pages.previewed(token(request), sent, caller, paper.content());
            return frame.ok(request, Page.Section.INSTRUMENTS, FORM, view);
        } catch (ProblemException refused) {
            var view = pages.form(token(request), sent.form(), caller, problems(refused.problem(), "kind"));
            return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, FORM, view);
        }
    }

    /** Whoever is signed in may ask; who may have it is said by the paper. */
    @Get("/{id}/documents/{sha256}")
    @Access
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> document(String id, String sha256, Principal caller) {
        return PaperDownload.of(papers.document(number(id), sha256, caller));
    }

    @Get("/{id}")
    @Access
    HttpResponse<String> show(HttpRequest<?> request, String id, Principal caller) {
        var view = pages.one(number(id), Callers.findFormToken(request), caller, List.of());
        return frame.ok(request, Page.Section.INSTRUMENTS, "instrument", view);
    }

    @Serdeable
    record RevokeForm(@Nullable String reason) {}

    @Post("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<?> request, String id, @Body RevokeForm form, Principal caller) {
        try {
            papers.revoke(number(id), form.reason() == null ? "" : form.reason(), caller);
            return HttpResponse.seeOther(URI.create("/instruments/" + number(id)));
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof RegistryProblem.Malformed)) {
                throw refused;
            }
            var view = pages.one(
                    number(id), Callers.findFormToken(request), caller, problems(refused.problem(), "reason"));
            return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, "instrument", view);
        }
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw new RegistryProblem.NotFound("instrument", id).asException();
        }
    }

    /** @param whole the field that stands for what is wrong with all of it */
    private static List<FormProblem> problems(RegistryProblem problem, String whole) {
        return problem instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FormProblem(error.field().replaceFirst("^/([^/]+).*", "$1"), error.mend()))
                        .toList()
                : List.of(new FormProblem(whole, ProblemText.of(problem).sentence()));
    }
}
