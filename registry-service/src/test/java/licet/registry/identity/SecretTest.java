package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import licet.registry.platform.Sha256;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void hasAFormThatScannersRecognize() {
        assertThat(Secret.random(Secret.Kind.API_TOKEN).text()).matches("lct_a_[0-9A-Za-z]{42}");
        assertThat(Secret.random(Secret.Kind.SESSION).text()).matches("lct_s_[0-9A-Za-z]{42}");
        assertThat(Secret.random(Secret.Kind.SETUP).text()).matches("lct_u_[0-9A-Za-z]{42}");
    }

    @Test
    void everyChangedCharacterBreaksTheCheckSum() {
        var text = Secret.random(Secret.Kind.API_TOKEN).text();
        assertThat(Secret.parse(Secret.Kind.API_TOKEN, text)).isPresent();
        for (var i = 0; i < text.length(); i++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(i, text.charAt(i) == 'x' ? 'y' : 'x');
            assertThat(Secret.parse(Secret.Kind.API_TOKEN, changed.toString()))
                    .as("at %d", i)
                    .isEmpty();
        }
    }

    @Test
    void oneKindIsNeverTakenForAnother() {
        var session = Secret.random(Secret.Kind.SESSION).text();
        assertThat(Secret.parse(Secret.Kind.API_TOKEN, session)).isEmpty();
    }

    @Test
    void isHashedOnceWithSha256AndNeverPrinted() {
        var secret = Secret.random(Secret.Kind.API_TOKEN);
        assertThat(secret.hash().bytes()).isEqualTo(Sha256.of(secret.text()));
        assertThat(secret.toString()).doesNotContain(secret.text()).startsWith(secret.prefix());
        assertThat(secret.hash().toString()).isEqualTo("SecretHash[…]");
    }

    @Test
    void doesNotRepeat() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            assertThat(seen.add(Secret.random(Secret.Kind.SESSION).text())).isTrue();
        }
    }
}
