package licet.registry.ingest;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubSettings;
import licet.ingest.hub.HubTiming;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.registry.catalog.KnownEvidence;

/** The Hub that this instance reads: the recorded one that it serves to itself, or a real one. */
@Factory
final class HubFactory {
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "licet.hub", notEquals = "live")
    RecordedHub recordedHub() {
        return RecordedHub.start();
    }

    @Singleton
    @Requires(property = "licet.hub", notEquals = "live")
    HubSettings recorded(RecordedHub hub) {
        return HubSettings.of(hub.endpoint());
    }

    @Singleton
    @Requires(property = "licet.hub", value = "live")
    HubSettings live() {
        return HubSettings.fromEnvironment(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    @Singleton
    @Bean(preDestroy = "close")
    HubClient client(HubSettings settings, Clock clock, Traffic traffic) {
        return new HubClient(settings, HubTiming.real(clock), traffic);
    }

    @Singleton
    SnapshotAssembler assembler(HubClient client, KnownEvidence known) {
        return new SnapshotAssembler(client, known);
    }
}
