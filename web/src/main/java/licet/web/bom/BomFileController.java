package licet.web.bom;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.bom.BomExport;
import licet.registry.bom.BomFile;
import licet.registry.bom.BomVersion;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.Access;
import org.jspecify.annotations.Nullable;

/** The files of the API, which knows no sessions. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Access
final class BomFileController {
    private final BomExport export;

    BomFileController(BomExport export) {
        this.export = export;
    }

    @Get("/models/{owner}/{name}/bom{?deployment,format,version}")
    HttpResponse<String> ofModel(
            String owner,
            String name,
            @QueryValue @Nullable String deployment,
            @QueryValue(defaultValue = "cyclonedx") String format,
            @QueryValue(defaultValue = "") String version) {
        var use = ModelParameters.given(deployment).map(ModelParameters::deployment);
        return file(export.ofModel(ModelParameters.model(owner, name), use, BomVersion.of(format, version)));
    }

    @Get("/deployments/{key}/bom{?format,version}")
    HttpResponse<String> ofDeployment(
            String key,
            @QueryValue(defaultValue = "cyclonedx") String format,
            @QueryValue(defaultValue = "") String version) {
        return file(export.ofDeployment(ModelParameters.deployment(key), BomVersion.of(format, version)));
    }

    @Get("/stacks/{key}/bom{?format,version}")
    HttpResponse<String> ofStack(
            String key,
            @QueryValue(defaultValue = "cyclonedx") String format,
            @QueryValue(defaultValue = "") String version) {
        return file(export.ofStack(key, BomVersion.of(format, version)));
    }

    private static HttpResponse<String> file(BomFile file) {
        return HttpResponse.ok(file.body())
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
    }
}
