package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer past its time, or made with other knowledge, is no answer. */
class StaleAnswersTest {
    private static final String GATE = "/api/v1/gate/Qwen/Qwen2.5-32B-Instruct?deployment=eu-internal-tool";
    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled();
    }

    private static Set<String> listed() {
        var query = new ModelQuery(ModelFilter.NONE, ModelSort.NAME, Optional.empty(), 50);
        return registry.bean(ModelList.class).list(query).models().stream()
                .flatMap(row -> row.verdicts().values().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void pastItsValidityAVerdictReadsAsNeedsUntilItIsMadeAgain() throws SQLException {
        var before = listed();
        assertThat(before).contains("ALLOW", "DENY");
        try (var connection = registry.database().admin().connect();
                var statement = connection.prepareStatement("UPDATE verdict SET valid_until = ?")) {
            statement.setObject(1, registry.clock().instant().atOffset(java.time.ZoneOffset.UTC));
            statement.execute();
        }
        assertThat(listed()).containsExactly("NEEDS");
        assertThat(registry.bean(VerdictTable.class).fill()).isPositive();
        assertThat(listed()).isEqualTo(before);
        assertThat(registry.bean(VerdictTable.class).fill()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {GATE, "/api/v1/models", "/api/v1/models/Qwen/Qwen2.5-32B-Instruct"})
    void withOtherKnowledgeActiveItRefuses(String path) {
        var token = registry.token(Scope.WRITE);
        registry.bean(Database.class).write(sql -> {
            sql.update("INSERT INTO knowledge (digest, engine_version, body_sha256, recorded_at, active)"
                    + " SELECT 'newer', engine_version, body_sha256, recorded_at, false FROM knowledge"
                    + " WHERE active ON CONFLICT DO NOTHING");
            sql.update("UPDATE knowledge SET active = false WHERE active");
            sql.update("UPDATE knowledge SET active = true, activated_at = recorded_at WHERE digest = 'newer'");
            registry.bean(AuditLog.class)
                    .append(AuditEvent.of(Actor.PRODUCT, "knowledge.activate", "knowledge", "newer", Map.of()));
            return 0;
        });
        try {
            var refused = registry.get(path, token);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        } finally {
            registry.bean(ActiveKnowledge.class).activate();
        }
        assertThat(registry.get(path, token).statusCode()).isEqualTo(200);
    }
}
