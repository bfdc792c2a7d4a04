package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final TestRegistry registry = TestRegistry.shared();
    private final SignIn signIn = registry.bean(SignIn.class);

    @Test
    void signingInGivesANewIdAndEndsTheOldOne() {
        var old = registry.session();
        var result = signIn.signIn(attempt(TestRegistry.PASSWORD), Optional.of(old));
        var fresh = ((SignIn.Result.SignedIn) result).sessionId();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(visit(old)).isEqualTo(303);
        assertThat(visit(fresh)).isEqualTo(200);
    }

    @Test
    void anIdThatAStrangerPlantedIsWorthNothing() {
        var planted = Secret.random(Secret.Kind.SESSION).text();
        signIn.signIn(attempt(TestRegistry.PASSWORD), Optional.of(planted));
        assertThat(visit(planted)).isEqualTo(303);
    }

    @Test
    void signingOutCountsAtOnce() {
        var session = registry.session();
        assertThat(visit(session)).isEqualTo(200);
        signIn.signOut(session);
        assertThat(visit(session)).isEqualTo(303);
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAfterAWorkingDay() {
        var idle = registry.session();
        registry.clock().advance(Sessions.IDLE);
        assertThat(visit(idle)).isEqualTo(303);

        var busy = registry.session();
        for (var used = Duration.ZERO; used.compareTo(Sessions.LONGEST) < 0; used = used.plusHours(1)) {
            assertThat(visit(busy)).as("after %s", used).isEqualTo(200);
            registry.clock().advance(Duration.ofHours(1));
        }
        assertThat(visit(busy)).isEqualTo(303);
    }

    @Test
    void guessingIsStoppedAndTheRightPasswordAsWell() {
        var wrong = new SignIn.Attempt("nobody-" + System.nanoTime(), "wrong password!", "192.0.2.7");
        for (var i = 0; i < SignInFailures.PER_LOGIN; i++) {
            assertThat(signIn.signIn(wrong, Optional.empty())).isEqualTo(new SignIn.Result.Refused());
        }
        assertThat(signIn.signIn(wrong, Optional.empty()))
                .isEqualTo(new SignIn.Result.TooManyAttempts(SignInFailures.WINDOW));
        registry.clock().advance(SignInFailures.WINDOW);
        assertThat(signIn.signIn(wrong, Optional.empty())).isEqualTo(new SignIn.Result.Refused());
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreAnsweredAlike() {
        registry.session();
        assertThat(signIn.signIn(attempt("not the password"), Optional.empty()))
                .isEqualTo(signIn.signIn(
                        new SignIn.Attempt("unknown-login", "not the password", "192.0.2.8"), Optional.empty()));
    }

    private static SignIn.Attempt attempt(String password) {
        return new SignIn.Attempt(TestRegistry.LOGIN, password, "192.0.2.1");
    }

    private int visit(String session) {
        return registry.send(registry.browse("/probe/page", session)).statusCode();
    }
}
