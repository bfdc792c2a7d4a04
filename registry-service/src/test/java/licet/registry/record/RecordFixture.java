package licet.registry.record;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.NewToken;
import licet.registry.identity.Tokens;
import licet.registry.platform.Database;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;

/** The recorded Hub read in, and people with one role each. */
final class RecordFixture {
    static final String MODEL = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";
    static final String DEPLOYMENT = "eu-internal-tool";

    private RecordFixture() {}

    static TestRegistry start() {
        var registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        return registry;
    }

    static Principal person(TestRegistry registry, Role role) {
        var id = UUID.randomUUID();
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    role.word() + id,
                    Instant.parse("2026-11-01T00:00:00Z"));
            sql.update("INSERT INTO person_profile (person_id, display_name) VALUES (?, 'Rea Viewer')", id);
            return sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word());
        });
        return new Principal(id, role.word(), Set.of(role), Set.of(), new Principal.Via.Session(FormToken.of("t")));
    }

    static String token(TestRegistry registry, Role role) {
        return registry.bean(Tokens.class)
                .create(new NewToken("records", Scope.WRITE, null), person(registry, role))
                .secret();
    }
}
