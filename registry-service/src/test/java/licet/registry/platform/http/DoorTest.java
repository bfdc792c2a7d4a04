package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

class DoorTest {
    private final TestRegistry registry = TestRegistry.shared();

    @Test
    void healthIsOpenAndUpOnceStarted() {
        var answer = registry.send(registry.request("/health"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
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
