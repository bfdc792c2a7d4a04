package licet.web.policy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.policy.PolicyDesk;
import licet.registry.policy.PolicyVersion;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Everybody may read policies; the desk behind says who may change them. */
@Controller("/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class PolicyController {
    private static final String EDIT = "policy-edit";
    private static final DecisionForm NOTHING = new DecisionForm("", "");

    private final PolicyPages pages;
    private final PolicyDesk desk;
    private final Frame frame;

    PolicyController(PolicyPages pages, PolicyDesk desk, Frame frame) {
        this.pages = pages;
        this.desk = desk;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        return frame.ok(request, Page.Section.POLICIES, "policies", pages.list(caller));
    }

    /**
     * @param from key of a ready text or, with its version, of a stored one
     */
    @Get("/new{?from,version}")
    HttpResponse<String> begin(
            HttpRequest<?> request, @QueryValue @Nullable String from, @QueryValue @Nullable Integer version) {
        var view = pages.begin(ModelParameters.given(from), Optional.ofNullable(version), token(request));
        return frame.ok(request, Page.Section.POLICIES, EDIT, view);
    }

    @Post("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> check(HttpRequest<?> request, @Body PolicyForm form, Principal caller) {
        return frame.ok(request, Page.Section.POLICIES, EDIT, pages.checked(form, caller, token(request)));
    }

    /** Puts the text of a file into the editor and checks it. */
    @Post("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> file(
            HttpRequest<?> request,
            @Part @Nullable CompletedFileUpload file,
            @Part @Nullable String basedOn,
            Principal caller) {
        return switch (UploadedText.of(file)) {
            case UploadedText.Read(var text) ->
                frame.ok(
                        request,
                        Page.Section.POLICIES,
                        EDIT,
                        pages.checked(new PolicyForm(text, "", basedOn), caller, token(request)));
            case UploadedText.Refused(var why) ->
                frame.refused(
                        request, HttpStatus.UNPROCESSABLE_ENTITY, EDIT, pages.unread(why, basedOn, token(request)));
        };
    }

    @Post("/propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
    HttpResponse<?> propose(HttpRequest<?> request, @Body PolicyForm form, Principal caller) {
        try {
            return HttpResponse.seeOther(place(desk.propose(pages.proposal(form), caller)));
        } catch (ProblemException refused) {
            var view = pages.edit(form, token(request), problems(refused.problem(), "source"));
            return frame.refused(request, status(refused.problem()), EDIT, view);
        }
    }

    /** The version in force, or the newest. */
    @Get("/{key}")
    HttpResponse<?> choose(String key) {
        return HttpResponse.seeOther(place(pages.choose(key)));
    }

    @Get("/{key}/versions/{version}")
    HttpResponse<String> show(HttpRequest<?> request, String key, int version, Principal caller) {
        var view = pages.page(key, version, caller, Callers.findFormToken(request), NOTHING, List.of());
        return frame.ok(request, Page.Section.POLICIES, "policy", view);
    }

    @Post("/{key}/versions/{version}/activate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.POLICY_AUTHOR, Role.APPROVER})
    HttpResponse<?> activate(
            HttpRequest<?> request, String key, int version, @Body DecisionForm form, Principal caller) {
        return decide(
                request,
                new Decided(key, version, form),
                caller,
                () -> desk.activate(key, version, form.replacesText(), form.reasonText(), caller));
    }

    @Post("/{key}/versions/{version}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
    HttpResponse<?> withdraw(
            HttpRequest<?> request, String key, int version, @Body DecisionForm form, Principal caller) {
        return decide(
                request,
                new Decided(key, version, form),
                caller,
                () -> desk.withdraw(key, version, form.reasonText(), caller));
    }

    private record Decided(String key, int version, DecisionForm form) {}

    private interface Step {
        PolicyVersion take();
    }

    private HttpResponse<?> decide(HttpRequest<?> request, Decided asked, Principal caller, Step step) {
        try {
            return HttpResponse.seeOther(place(step.take()));
        } catch (ProblemException refused) {
            var view = pages.page(
                    asked.key(),
                    asked.version(),
                    caller,
                    Callers.findFormToken(request),
                    asked.form(),
                    problems(refused.problem(), "reason"));
            return frame.refused(request, status(refused.problem()), "policy", view);
        }
    }

    private static URI place(PolicyVersion version) {
        return URI.create("/policies/" + version.key() + "/versions/" + version.version());
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
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
                        .map(error -> new FormProblem(error.field().replaceFirst("^/", ""), error.mend()))
                        .toList()
                : List.of(new FormProblem(otherwise, ProblemText.of(problem).sentence()));
    }
}
