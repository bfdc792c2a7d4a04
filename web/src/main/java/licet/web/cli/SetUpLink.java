package licet.web.cli;

import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import licet.registry.host.Startup;
import licet.registry.host.StartupTask;
import licet.registry.identity.SetupLinks;

/** While nobody has an account, each start prints a fresh link that makes the first one. */
@Singleton
final class SetUpLink implements StartupTask {
    private static final String PATH = "/set-up/";

    private final SetupLinks links;

    SetUpLink(SetupLinks links) {
        this.links = links;
    }

    @Override
    public void run(Startup startup) {
        links.issueIfNoPeople()
                .map(secret -> startup.address().resolve(PATH + secret))
                .ifPresent(link -> startup.closing(Texts.get("setup-link", link)));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
