package licet.registry.approval;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;

/** What was asked and decided, as a file. */
@Controller("/api/v1/approval-requests/export")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvidenceExportController {
    private final EvidenceExport export;

    EvidenceExportController(EvidenceExport export) {
        this.export = export;
    }

    enum Format implements ClosedChoice {
        CSV("csv"),
        JSON("json");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    @Get
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Access(
            scope = Scope.READ,
            role = {Role.AUDITOR, Role.REVIEWER, Role.APPROVER})
    @Operation(
            summary = "Requests with everything that was decided about them, as one file",
            description =
                    "Sent while it is read. Comments, answers and documents are not in it. What a spreadsheet would"
                            + " take for a formula begins with an apostrophe.")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv, which it is when left out, or json")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "as in the list of requests")
    @Parameter(name = "deployment", in = ParameterIn.QUERY, description = "key")
    @Parameter(name = "model", in = ParameterIn.QUERY, description = "owner/name")
    @Parameter(name = "requester", in = ParameterIn.QUERY, description = "id of a person")
    @Parameter(name = "stage", in = ParameterIn.QUERY, description = "key of one that waits for people now")
    @Parameter(name = "neededBy", in = ParameterIn.QUERY, description = "needed on this day or before")
    StreamedFile export(HttpRequest<?> request) {
        var parameters = request.getParameters();
        var filter = BoardParameters.filter(parameters);
        var format = BoardParameters.find(parameters, "format")
                .map(word -> BoardParameters.choice(Format.class, "format", word))
                .orElse(Format.CSV);
        return switch (format) {
            case CSV -> new StreamedFile(export.csv(filter), MediaType.of("text/csv")).attach("approvals.csv");
            case JSON ->
                new StreamedFile(export.json(filter), MediaType.APPLICATION_JSON_TYPE).attach("approvals.json");
        };
    }
}
