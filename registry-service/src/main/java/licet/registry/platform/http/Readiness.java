package licet.registry.platform.http;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.platform.audit.HeadWatch;

/** Whether this instance can answer. */
@Singleton
final class Readiness implements ApplicationEventListener<ServerStartupEvent> {
    private final HeadWatch watch;
    private final List<ReadyCheck> checks;
    private volatile boolean started;

    Readiness(HeadWatch watch, List<ReadyCheck> checks) {
        this.watch = watch;
        this.checks = checks;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        started = true;
    }

    /** The first thing that is still missing. */
    Optional<String> obstacle() {
        var own = Stream.of(
                started ? Optional.<String>empty() : Optional.of("starting"),
                watch.isFresh() ? Optional.<String>empty() : Optional.of("database"));
        return Stream.concat(own, checks.stream().map(ReadyCheck::obstacle))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
