package licet.web.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import licet.registry.audit.AuditCheck;
import licet.registry.audit.AuditExport;
import licet.registry.audit.AuditQuery;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Who did what to what, for those who look after it. */
@Controller("/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.AUDITOR, Role.ADMINISTRATOR})
final class AuditController {
    private static final String JSON_LINES = "application/x-ndjson";

    private final AuditPages pages;
    private final AuditCheck check;
    private final AuditExport export;
    private final Frame frame;

    AuditController(AuditPages pages, AuditCheck check, AuditExport export, Frame frame) {
        this.pages = pages;
        this.check = check;
        this.export = export;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request) {
        var parameters = request.getParameters().asMap();
        try {
            return frame.ok(request, Page.Section.AUDIT, "audit", pages.of(parameters));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof RegistryProblem.Malformed(var errors)) {
                var problems = errors.stream()
                        .map(error -> new FormProblem(error.field(), error.mend()))
                        .toList();
                return frame.answer(
                        request,
                        HttpStatus.BAD_REQUEST,
                        Page.Section.AUDIT,
                        "audit",
                        pages.refused(parameters, problems));
            }
            throw refused;
        }
    }

    /** @param from number of the first entry to read; the first of all when left out */
    @Get("/verification{?from}")
    HttpResponse<String> verify(HttpRequest<?> request, @QueryValue @Nullable Long from) {
        var marks = check.marks();
        var view =
                new VerificationView(check.verify(from == null ? 1 : from), check.place(), marks.count(), marks.last());
        return frame.ok(request, Page.Section.AUDIT, "audit-verification", view);
    }

    @Get("/entries.jsonl")
    @Produces(JSON_LINES)
    StreamedFile lines(HttpRequest<?> request) {
        var times = AuditQuery.parse(request.getParameters().asMap());
        var range = new AuditExport.Range(Optional.empty(), Optional.empty(), times.from(), times.to());
        return new StreamedFile(export.lines(range), MediaType.of(JSON_LINES)).attach("audit.jsonl");
    }
}
