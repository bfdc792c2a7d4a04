package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;
import org.junit.jupiter.api.Test;

/** Programs that renew their tokens get nothing that they have not. */
class TokensApiTest {
    private static final String PLACE = "/api/v1/tokens";

    private final TestRegistry registry = TestRegistry.shared();
    private final Tokens tokens = registry.bean(Tokens.class);
    private final Principal ada =
            registry.bean(Credentials.class).findBySession(registry.session()).orElseThrow();

    private HttpResponse<String> post(String path, String token, Object body) {
        return registry.send(registry.request(PLACE + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CanonicalJson.write(body))));
    }

    private static JsonNode read(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonMapper().readTree(answer.body());
    }

    private int ping(String token) {
        return registry.get("/api/v1/ping", token).statusCode();
    }

    private String person(Role role) {
        var id = UUID.randomUUID();
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    "p" + id,
                    registry.clock().instant());
            return sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word());
        });
        var caller = new Principal(id, "p" + id, Set.of(role), Set.of(), ada.via());
        return tokens.create(new NewToken("first", Scope.WRITE, null), caller).secret();
    }

    private static Map<String, Object> wish(String name, String scope, int days) {
        return Map.of("name", name, "scope", scope, "days", days);
    }

    @Test
    void aProgramMakesListsAndRevokesTokensOfItsOwner() throws IOException {
        var mine = person(Role.REQUESTER);
        var issued = read(post("", mine, wish("renewed", "gate", 30)), 201);
        var secret = issued.get("secret").asText();
        assertThat(ping(secret)).isEqualTo(204);
        var listed = registry.get(PLACE, mine);
        assertThat(listed.body()).contains("renewed", secret.substring(0, 12)).doesNotContain(secret);
        assertThat(read(listed, 200).get("tokens")).hasSize(2);
        var other = person(Role.REQUESTER);
        var place = "/" + issued.get("id").asText() + "/revoke";
        assertThat(post(place, other, Map.of()).statusCode()).as("not theirs").isEqualTo(404);
        assertThat(registry.get(PLACE, other).body()).doesNotContain("renewed");
        assertThat(post(place, mine, Map.of()).statusCode()).isEqualTo(204);
        assertThat(ping(secret)).isEqualTo(401);
    }

    @Test
    void noTokenMakesAWiderOrALongerOne() {
        var end = registry.clock().instant().plus(Duration.ofDays(10));
        var issued = tokens.create(new NewToken("short", Scope.WRITE, end), ada);
        assertThat(post("", issued.secret(), wish("longer", "write", 11)).body())
                .contains("ends at");
        assertThat(post("", issued.secret(), wish("as long", "write", 10)).statusCode())
                .isEqualTo(201);
        assertThat(post("", issued.secret(), wish("for ever", "write", 0)).statusCode())
                .isEqualTo(400);
        var reading = tokens.create(new NewToken("reading", Scope.READ, null), ada);
        assertThat(post("", reading.secret(), wish("writing", "write", 1)).statusCode())
                .isEqualTo(403);
        var program =
                registry.bean(Credentials.class).findByToken(reading.secret()).orElseThrow();
        for (var scope : Set.of(Scope.WRITE, Scope.GATE)) {
            assertThatThrownBy(() -> tokens.create(new NewToken("wider", scope, null), program))
                    .hasMessageContaining("scope");
        }
        assertThat(tokens.create(new NewToken("same", Scope.READ, null), program)
                        .secret())
                .isNotEmpty();
    }

    @Test
    void whatATokenMadeEndsWithIt() throws IOException {
        var first = tokens.create(new NewToken("leaked", Scope.WRITE, null), ada);
        var second = read(post("", first.secret(), wish("child", "write", 5)), 201)
                .get("secret")
                .asText();
        var third = read(post("", second, wish("grandchild", "read", 5)), 201)
                .get("secret")
                .asText();
        var apart = tokens.create(new NewToken("apart", Scope.READ, null), ada).secret();
        assertThat(ping(third)).isEqualTo(204);
        tokens.revoke(first.id(), ada);
        assertThat(ping(first.secret())).isEqualTo(401);
        assertThat(ping(second)).isEqualTo(401);
        assertThat(ping(third)).isEqualTo(401);
        assertThat(ping(apart)).isEqualTo(204);
    }

    @Test
    void theHostAndAuditorsMakeNone() {
        assertThat(post("", registry.token(Scope.WRITE), wish("of nobody", "read", 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(registry.get(PLACE, registry.token(Scope.READ)).body()).isEqualTo("{\"tokens\":[]}");
        assertThat(post("", person(Role.AUDITOR), wish("auditing", "write", 1)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theLogHoldsNeitherSecretNorName() throws IOException {
        var mine = person(Role.REQUESTER);
        var secret = read(post("", mine, wish("of Jonathan Strange", "read", 1)), 201)
                .get("secret")
                .asText();
        var details = registry.bean(Database.class)
                .read(sql -> sql.list("SELECT detail FROM audit_entry", row -> row.getString("detail")));
        assertThat(details).noneMatch(detail -> detail.contains("Strange") || detail.contains(secret));
    }
}
