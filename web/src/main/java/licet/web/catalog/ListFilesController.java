package licet.web.catalog;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.decision.ModelExport;
import licet.registry.decision.ModelFilters;
import licet.registry.platform.http.Access;

/** The list as it is filtered, as a file for people; programs get the same under {@code /api/v1}. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Access
final class ListFilesController {
    static final String CSV = "text/csv";

    private final ModelExport export;
    private final ModelFilters filters;

    ListFilesController(ModelExport export, ModelFilters filters) {
        this.export = export;
        this.filters = filters;
    }

    @Get("/models.csv")
    @Produces(CSV)
    StreamedFile csv(HttpRequest<?> request) {
        var query = filters.query(request.getParameters().asMap());
        return new StreamedFile(export.csv(query.filter(), query.sort()), MediaType.of(CSV)).attach("models.csv");
    }

    @Get("/models.json")
    @Produces(MediaType.APPLICATION_JSON)
    StreamedFile json(HttpRequest<?> request) {
        var query = filters.query(request.getParameters().asMap());
        return new StreamedFile(export.json(query.filter(), query.sort()), MediaType.APPLICATION_JSON_TYPE)
                .attach("models.json");
    }
}
