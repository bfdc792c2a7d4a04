package licet.web.model;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Role;

/** Asks for a model to be read from the Hub, again or for the first time. Auditors look and change nothing. */
@Controller("/models/{owner}/{name}/read")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
final class ReadingController {
    private final Readings readings;

    ReadingController(Readings readings) {
        this.readings = readings;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> read(String owner, String name) {
        var model = ModelParameters.model(owner, name);
        readings.ask(model);
        return HttpResponse.seeOther(URI.create("/models/" + model.value()));
    }
}
