package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void hashesWithArgon2idAndASaltOfItsOwn() {
        var one = passwords.hash("correct horse battery");
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(one);
        assertThat(passwords.matches("correct horse battery", Optional.of(one))).isTrue();
        assertThat(passwords.matches("correct horse batterx", Optional.of(one))).isFalse();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(passwords.matches("a password that nobody has", Optional.empty()))
                .isFalse();
    }
}
