package licet.web.fact;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import licet.registry.change.DeploymentChanges;
import licet.registry.change.FactConfirmations;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;

/** Somebody says that a fact still holds. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConfirmationController {
    private final FactConfirmations confirmations;
    private final DeploymentChanges deployments;

    ConfirmationController(FactConfirmations confirmations, DeploymentChanges deployments) {
        this.confirmations = confirmations;
        this.deployments = deployments;
    }

    /** @param version the one that was looked at; @param figure place among the figures, for a deployment -1 */
    @Serdeable
    record Form(int version, int figure) {}

    @Post(ConfirmationRows.ORGANIZATION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.ADMINISTRATOR, Role.REVIEWER})
    HttpResponse<?> figure(@Body Form form, Principal caller) {
        confirmations.confirmFigure(form.figure(), form.version(), caller);
        return HttpResponse.seeOther(URI.create("/organization"));
    }

    @Post("/deployments/{key}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
    HttpResponse<?> deployment(String key, @Body Form form, Principal caller) {
        var known = deployments.get(key).deployment().key();
        confirmations.confirmDeployment(known, form.version(), caller);
        return HttpResponse.seeOther(URI.create("/deployments/" + known.value()));
    }
}
