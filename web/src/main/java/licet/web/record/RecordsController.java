package licet.web.record;

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
import io.micronaut.http.uri.UriBuilder;
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
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.record.RecordQuery;
import licet.registry.record.Records;
import licet.registry.record.Replays;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Verdicts that were put on record, and the form that does it. */
@Controller("/records")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
final class RecordsController {
    private final Records records;
    private final Replays replays;
    private final Frame frame;

    RecordsController(Records records, Replays replays, Frame frame) {
        this.records = records;
        this.replays = replays;
        this.frame = frame;
    }

    @Get("{?model,cursor}")
    @Access(role = {Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR})
    HttpResponse<String> list(
            HttpRequest<?> request, @QueryValue @Nullable String model, @QueryValue @Nullable String cursor) {
        var of = ModelParameters.given(model);
        var found = records.list(
                new RecordQuery(of, Optional.empty()), ModelParameters.given(cursor), Records.DEFAULT_LIMIT);
        var next = found.next().map(text -> {
            var address = UriBuilder.of("/records").queryParam("cursor", text);
            of.ifPresent(name -> address.queryParam("model", name));
            return address.build().toString();
        });
        return frame.ok(request, Page.Section.RECORDS, "records", new RecordsView(of, found.records(), next));
    }

    @Get("/{id}")
    @Access(role = {Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR})
    HttpResponse<String> show(HttpRequest<?> request, long id) {
        return frame.ok(request, Page.Section.RECORDS, "record", new RecordView(replays.of(id)));
    }

    @Get("/new{?model,revision,source,deployment}")
    @Access(role = {Role.REVIEWER, Role.APPROVER})
    HttpResponse<String> form(
            HttpRequest<?> request,
            @QueryValue @Nullable String model,
            @QueryValue @Nullable String revision,
            @QueryValue @Nullable String source,
            @QueryValue @Nullable String deployment) {
        var form = new RecordForm(model, revision, source, deployment, "");
        return frame.ok(request, Page.Section.RECORDS, "record-new", view(request, form, List.of()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.REVIEWER, Role.APPROVER})
    HttpResponse<?> record(HttpRequest<?> request, @Body RecordForm form, Principal caller) {
        try {
            var made = records.record(
                    new Records.Wish(
                            ModelParameters.model(RecordForm.text(form.model())),
                            ModelParameters.revision(form.revision()),
                            ModelParameters.isLocal(form.source()),
                            ModelParameters.deployment(form.deployment()),
                            RecordForm.text(form.reason())),
                    caller);
            return HttpResponse.seeOther(URI.create("/records/" + made.id()));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof RegistryProblem.Malformed(var errors)) {
                var problems = errors.stream()
                        .map(error -> new FormProblem("reason", error.mend()))
                        .toList();
                return frame.refused(
                        request, HttpStatus.UNPROCESSABLE_ENTITY, "record-new", view(request, form, problems));
            }
            throw refused;
        }
    }

    private static RecordFormView view(HttpRequest<?> request, RecordForm form, List<FormProblem> problems) {
        var model = ModelParameters.model(RecordForm.text(form.model())).value();
        var deployment = ModelParameters.deployment(form.deployment()).value();
        var source = RecordForm.text(form.source());
        var back = UriBuilder.of("/models/" + model).queryParam("deployment", deployment);
        if (!source.isEmpty()) {
            back.queryParam("source", source);
        }
        return new RecordFormView(
                Callers.findFormToken(request).orElseThrow(),
                back.build().toString(),
                model,
                RecordForm.text(form.revision()),
                source,
                deployment,
                RecordForm.text(form.reason()),
                problems);
    }
}
