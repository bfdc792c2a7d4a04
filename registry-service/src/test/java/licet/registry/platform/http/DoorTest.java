package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.Pool;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

class DoorTest {
    private final TestRegistry registry = TestRegistry.shared();

    @Test
    void healthIsOpenAndUpOnceStarted() throws SQLException {
        // Other tests turn the clock, and what was seen long ago does not count.
        registry.bean(HeadWatch.class).poll();
        var answer = registry.send(registry.request("/health"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void healthIsDownWhileTheDatabaseIsOutOfSight() throws SQLException {
        var unseen = new HeadWatch(registry.bean(Pool.class), registry.clock());
        var readiness = new Readiness(unseen, List.of(() -> Optional.of("knowledge")));
        assertThat(readiness.obstacle()).contains("starting");
        readiness.onApplicationEvent(new ServerStartupEvent(registry.bean(EmbeddedServer.class)));
        assertThat(readiness.obstacle()).contains("database");
        assertThat(new HealthController(readiness).health().code()).isEqualTo(503);
        unseen.poll();
        assertThat(readiness.obstacle()).contains("knowledge");
    }

    @Test
    void pingAnswersNothingToAToken() {
        var answer = registry.get("/api/v1/ping", registry.token(Scope.READ));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theContractIsServed() {
        var answer = registry.get("/api/v1/openapi.yaml", registry.token(Scope.READ));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("openapi:", "/api/v1/ping");
    }
}
