package licet.web.model;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.Access;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** Files of the obligations pack, for people to take along. */
@Controller("/models/{owner}/{name}/obligations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access
final class ObligationsFileController {
    private final DutyPages duties;

    ObligationsFileController(DutyPages duties) {
        this.duties = duties;
    }

    @Get("/{file}{?deployment,source}")
    HttpResponse<String> take(
            String owner,
            String name,
            String file,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String source) {
        var text = duties.file(
                        ModelParameters.model(owner, name),
                        ModelParameters.isLocal(source),
                        ModelParameters.deployment(deployment),
                        file)
                .orElseThrow(() -> new RegistryProblem.NotFound("file", file).asException());
        return HttpResponse.ok(text)
                .contentType(MediaType.TEXT_PLAIN_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }
}
