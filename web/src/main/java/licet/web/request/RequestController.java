package licet.web.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import licet.registry.approval.ApprovalDesk;
import licet.registry.approval.ApprovalEnds;
import licet.registry.approval.ApprovalRequest;
import licet.registry.approval.Conditions;
import licet.registry.approval.Conversation;
import licet.registry.approval.Decisions;
import licet.registry.instrument.PaperDownload;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody sees what is asked for and what was decided; who takes part says and decides. */
@Controller("/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER})
final class RequestController {
    static final String TEMPLATE = "request";
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final RequestPages pages;
    private final ApprovalDesk desk;
    private final Decisions decisions;
    private final Conversation conversation;
    private final ApprovalEnds ends;
    private final Conditions conditions;
    private final Colleagues colleagues;
    private final Frame frame;

    RequestController(
            RequestPages pages,
            ApprovalDesk desk,
            Decisions decisions,
            Conversation conversation,
            ApprovalEnds ends,
            Conditions conditions,
            Colleagues colleagues,
            Frame frame) {
        this.pages = pages;
        this.desk = desk;
        this.decisions = decisions;
        this.conversation = conversation;
        this.ends = ends;
        this.conditions = conditions;
        this.colleagues = colleagues;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> show(HttpRequest<?> request, UUID id, Principal caller) {
        return frame.ok(request, Page.Section.REQUESTS, TEMPLATE, pages.page(id, look(request, caller), Sent.NOTHING));
    }

    /** The decision on one or two sheets of paper. */
    @Get("/record")
    @Access
    HttpResponse<String> record(HttpRequest<?> request, UUID id, Principal caller) {
        var view = pages.page(id, look(request, caller), Sent.NOTHING);
        return frame.ok(request, Page.Section.REQUESTS, "request-record", new DecisionView(view));
    }

    /** Whoever is signed in may ask; who may have it is said where it is kept. */
    @Get("/documents/{sha256}")
    @Access
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> document(UUID id, String sha256, Principal caller) {
        return PaperDownload.of(conversation.document(id, sha256, caller));
    }

    @Post("/submit")
    @Consumes(FORM)
    HttpResponse<?> submit(HttpRequest<?> request, UUID id, Principal caller) {
        return step(request, id, caller, new Kind("desk", Map.of()), () -> desk.submit(id, caller));
    }

    @Post("/refresh")
    @Consumes(FORM)
    HttpResponse<?> refresh(HttpRequest<?> request, UUID id, Principal caller) {
        return step(request, id, caller, new Kind("desk", Map.of()), () -> desk.refresh(id, caller));
    }

    @Post("/withdraw")
    @Consumes(FORM)
    HttpResponse<?> withdraw(HttpRequest<?> request, UUID id, @Body WordsForm form, Principal caller) {
        var kind = new Kind("withdraw", form.values());
        return step(request, id, caller, kind, () -> desk.withdraw(id, form.text(), caller));
    }

    @Post("/answer")
    @Consumes(FORM)
    HttpResponse<?> answer(HttpRequest<?> request, UUID id, @Body WordsForm form, Principal caller) {
        var kind = new Kind("answer", form.values());
        return step(request, id, caller, kind, () -> desk.answer(id, form.text(), caller));
    }

    @Post("/comment")
    @Consumes(FORM)
    HttpResponse<?> comment(HttpRequest<?> request, UUID id, @Body WordsForm form, Principal caller) {
        var kind = new Kind("comment", form.values());
        return step(request, id, caller, kind, () -> conversation.comment(id, form.text(), caller));
    }

    @Post("/attach")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> attach(HttpRequest<?> request, UUID id, @Body MultipartBody body, Principal caller) {
        var sent = SentDocument.of(body);
        var kind = new Kind("attach", Map.of("words", sent.words()));
        return step(request, id, caller, kind, () -> conversation.attach(id, sent.document(), caller));
    }

    @Post("/decide")
    @Consumes(FORM)
    HttpResponse<?> decide(HttpRequest<?> request, UUID id, @Body DecideForm form, Principal caller) {
        var kind = new Kind("decide", form.values());
        return step(request, id, caller, kind, () -> decisions.decide(id, form.vote(colleagues), caller));
    }

    @Post("/end")
    @Consumes(FORM)
    @Access(role = {Role.REQUESTER, Role.APPROVER})
    HttpResponse<?> end(HttpRequest<?> request, UUID id, @Body ReasonForm form, Principal caller) {
        var kind = new Kind("end", form.values());
        return step(request, id, caller, kind, () -> {
            ends.end(id, form.text(), caller);
            return pages.get(id);
        });
    }

    @Post("/conditions/{condition}/done")
    @Consumes(FORM)
    HttpResponse<?> done(HttpRequest<?> request, UUID id, UUID condition, @Body WordsForm form, Principal caller) {
        var kind = new Kind("done-" + condition, form.values());
        return step(request, id, caller, kind, () -> conditions.done(id, condition, form.text(), caller));
    }

    private interface Step {
        ApprovalRequest take();
    }

    /** Which form it was, with what stood in it. */
    private record Kind(String form, Map<String, String> values) {}

    private HttpResponse<?> step(HttpRequest<?> request, UUID id, Principal caller, Kind kind, Step step) {
        try {
            return HttpResponse.seeOther(URI.create("/requests/" + step.take().id()));
        } catch (ProblemException refused) {
            var sent = Sent.refused(refused.problem(), kind.form(), kind.values());
            var view = pages.page(id, look(request, caller), sent);
            return frame.refused(request, Refusals.status(refused.problem()), TEMPLATE, view);
        }
    }

    private static RequestPages.Look look(HttpRequest<?> request, Principal caller) {
        return new RequestPages.Look(caller, Callers.findFormToken(request));
    }
}
