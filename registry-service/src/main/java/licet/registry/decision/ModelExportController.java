package licet.registry.decision;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;

/** Whole lists of models as files. */
@Controller("/api/v1")
@Access(scope = Scope.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelExportController {
    private static final String CSV = "text/csv";

    private final ModelExport export;
    private final ModelFilters filters;

    ModelExportController(ModelExport export, ModelFilters filters) {
        this.export = export;
        this.filters = filters;
    }

    @Get("/models.csv")
    @Produces(CSV)
    @Operation(
            summary = "All models of a filtered list as comma-separated values",
            description = "Every page of the list, sent while it is read. What a spreadsheet would take for a formula"
                    + " begins with an apostrophe.")
    @ModelListParameters
    StreamedFile csv(HttpRequest<?> request) {
        var query = filters.query(request.getParameters().asMap());
        return new StreamedFile(export.csv(query.filter(), query.sort()), MediaType.of(CSV)).attach("models.csv");
    }

    @Get("/models.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "All models of a filtered list as one JSON array",
            description = "Every page of the list, sent while it is read.")
    @ModelListParameters
    StreamedFile json(HttpRequest<?> request) {
        var query = filters.query(request.getParameters().asMap());
        return new StreamedFile(export.json(query.filter(), query.sort()), MediaType.APPLICATION_JSON_TYPE)
                .attach("models.json");
    }
}
