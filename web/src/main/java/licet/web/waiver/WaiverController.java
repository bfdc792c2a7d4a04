package licet.web.waiver;

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
import java.util.UUID;
import licet.registry.instrument.PaperDownload;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.waiver.Waiver;
import licet.registry.waiver.WaiverDesk;
import licet.registry.waiver.WaiverQuery;
import licet.registry.waiver.Waivers;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Everybody who is signed in sees what is waived; who may do what is asked again where it is done. */
@Controller("/waivers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER})
final class WaiverController {
    private static final String FORM = "waiver-new";
    private static final String ONE = "waiver";

    private final WaiverPages pages;
    private final WaiverDesk desk;
    private final Waivers waivers;
    private final Frame frame;

    WaiverController(WaiverPages pages, WaiverDesk desk, Waivers waivers, Frame frame) {
        this.pages = pages;
        this.desk = desk;
        this.waivers = waivers;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> list(HttpRequest<?> request) {
        var view = pages.list(WaiverQuery.of(request.getParameters()));
        return frame.ok(request, Page.Section.WAIVERS, "waivers", view);
    }

    @Get("/new")
    HttpResponse<String> begin(HttpRequest<?> request) {
        var form = WaiverForm.of(request.getParameters());
        return frame.ok(request, Page.Section.WAIVERS, FORM, pages.form(token(request), form, List.of()));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> propose(HttpRequest<?> request, @Body MultipartBody body, Principal caller) {
        var form = WaiverForm.of(body);
        try {
            return HttpResponse.seeOther(place(desk.propose(form.wish(), caller)));
        } catch (ProblemException refused) {
            var view = pages.form(token(request), form, problems(refused.problem(), "finding"));
            return frame.answer(request, status(refused.problem()), Page.Section.WAIVERS, FORM, view);
        }
    }

    @Get("/{id}")
    @Access
    HttpResponse<String> show(HttpRequest<?> request, UUID id, Principal caller) {
        var view = pages.one(waivers.get(id), token(request), caller);
        return frame.ok(request, Page.Section.WAIVERS, ONE, view);
    }

    /** Whoever is signed in may ask; who may have it is said by the registry. */
    @Get("/{id}/documents/{sha256}")
    @Access
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> document(UUID id, String sha256, Principal caller) {
        return PaperDownload.of(waivers.document(id, sha256, caller));
    }

    @Serdeable
    record ReasonForm(@Nullable String reason) {
        String text() {
            return reason == null ? "" : reason;
        }
    }

    private interface Step {
        Waiver take(UUID id, String reason, Principal caller);
    }

    @Post("/{id}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(HttpRequest<?> request, UUID id, @Body ReasonForm form, Principal caller) {
        return take(request, id, form, caller, desk::confirm);
    }

    @Post("/{id}/reject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reject(HttpRequest<?> request, UUID id, @Body ReasonForm form, Principal caller) {
        return take(request, id, form, caller, desk::reject);
    }

    @Post("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(HttpRequest<?> request, UUID id, @Body ReasonForm form, Principal caller) {
        return take(request, id, form, caller, desk::withdraw);
    }

    @Post("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<?> request, UUID id, @Body ReasonForm form, Principal caller) {
        return take(request, id, form, caller, desk::revoke);
    }

    private HttpResponse<?> take(HttpRequest<?> request, UUID id, ReasonForm form, Principal caller, Step step) {
        try {
            return HttpResponse.seeOther(place(step.take(id, form.text(), caller)));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof RegistryProblem.NotFound) {
                throw refused;
            }
            var view = pages.one(
                    waivers.get(id), token(request), caller, form.text(), problems(refused.problem(), "reason"));
            return frame.answer(request, status(refused.problem()), Page.Section.WAIVERS, ONE, view);
        }
    }

    private static URI place(Waiver waiver) {
        return URI.create("/waivers/" + waiver.id());
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }

    private static HttpStatus status(RegistryProblem problem) {
        return problem instanceof RegistryProblem.Malformed
                ? HttpStatus.UNPROCESSABLE_ENTITY
                : HttpStatus.valueOf(ProblemText.of(problem).status());
    }

    /** @param whole the field that stands for what is wrong with all of it */
    private static List<FormProblem> problems(RegistryProblem problem, String whole) {
        return problem instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FormProblem(field(error.field()), error.mend()))
                        .toList()
                : List.of(new FormProblem(whole, ProblemText.of(problem).sentence()));
    }

    /** The field of the page: what reaches every model is chosen there. */
    private static String field(String pointer) {
        String name = pointer.replaceFirst("^/([^/]+).*", "$1");
        return name.equals("everyModel") ? "reach" : name;
    }
}
