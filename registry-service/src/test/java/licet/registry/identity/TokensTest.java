package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.ProblemException;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final TestRegistry registry = TestRegistry.shared();
    private final Tokens tokens = registry.bean(Tokens.class);
    private final Principal ada =
            registry.bean(Credentials.class).findBySession(registry.session()).orElseThrow();

    @Test
    void aTokenWorksUntilItIsRevokedAndThenNotOnceMore() {
        var issued = tokens.create(new NewToken("pipeline", Scope.GATE, null), ada);
        assertThat(ping(issued.secret())).isEqualTo(204);
        assertThat(ping(issued.secret())).as("from memory").isEqualTo(204);
        tokens.revoke(issued.id(), ada);
        assertThat(ping(issued.secret())).isEqualTo(401);
    }

    @Test
    void aTokenEndsByTheClockWithoutAnyChange() {
        var end = registry.clock().instant().plus(Duration.ofMinutes(5));
        var issued = tokens.create(new NewToken("short", Scope.READ, end), ada);
        assertThat(ping(issued.secret())).isEqualTo(204);
        registry.clock().advance(Duration.ofMinutes(5));
        assertThat(ping(issued.secret())).isEqualTo(401);
    }

    @Test
    void listsShowTheTokenWithoutItsSecret() {
        var issued = tokens.create(new NewToken("  listed ", Scope.WRITE, null), ada);
        assertThat(ping(issued.secret())).isEqualTo(204);
        registry.bean(TokenUses.class).write();
        var shown = tokens.list().stream()
                .filter(token -> token.id().equals(issued.id()))
                .findFirst()
                .orElseThrow();
        assertThat(shown.name()).isEqualTo("listed");
        assertThat(shown.ownerId()).isEqualTo(ada.personId());
        assertThat(shown.span().lastUsedAt()).isEqualTo(registry.clock().instant());
        assertThat(issued.secret()).startsWith(shown.prefix());
        assertThat(shown.toString() + issued).doesNotContain(issued.secret());
    }

    @Test
    void whatIsNoTokenIsRefusedWithoutAskingTheDatabase() {
        assertThat(ping("")).isEqualTo(401);
        assertThat(ping("lct_a_" + "x".repeat(42))).isEqualTo(401);
        assertThat(ping(Secret.random(Secret.Kind.API_TOKEN).text())).isEqualTo(401);
        assertThat(ping(registry.session())).as("a session is no token").isEqualTo(401);
    }

    @Test
    void nonsenseIsSaidToBeNonsense() {
        assertThatThrownBy(() -> tokens.revoke(new UUID(1, 2), ada)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new NewToken(" ", Scope.READ, null)).hasMessageContaining("1 to 80");
        assertThatThrownBy(() -> Scopes.parse("admin")).hasMessageContaining("read, gate, write");
    }

    private int ping(String token) {
        return registry.get("/api/v1/ping", token).statusCode();
    }
}
