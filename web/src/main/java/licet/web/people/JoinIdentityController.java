package licet.web.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import licet.registry.identity.SignInWays;
import licet.registry.identity.oidc.OidcSignIn;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.ClientAddress;
import licet.registry.platform.http.FlowCookies;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.PublicAddress;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Somebody who is signed in goes to the provider, so that the identity there becomes a way in here. */
@Controller("/account/provider")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class JoinIdentityController {
    private final Optional<OidcSignIn> provider;
    private final SignInWays ways;
    private final FlowCookies flows;
    private final PublicAddress address;
    private final Frame frame;

    JoinIdentityController(
            Optional<OidcSignIn> provider, SignInWays ways, FlowCookies flows, PublicAddress address, Frame frame) {
        this.provider = provider;
        this.ways = ways;
        this.flows = flows;
        this.address = address;
        this.frame = frame;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> leave(HttpRequest<?> request, Principal caller) {
        var trip = provider.orElseThrow(() -> new RegistryProblem.NoSuchAddress(request.getPath()).asException())
                .beginJoining(caller, address.of(request, OidcSignIn.CALLBACK), ClientAddress.of(request));
        var to = trip.address().toString();
        var view = new ProviderLeaveView(ways.provider().orElse(""), to);
        return frame.ok(request, Page.Section.NONE, "provider-leave", view)
                .header("Refresh", "0;url=" + to)
                .cookie(flows.issue(trip.cookie(), trip.goodFor(), request));
    }
}
