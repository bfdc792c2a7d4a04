package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final UUID OWNER = new UUID(1, 2);
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSealedOpensForItsOwnerWithTheSameKeyAlone() {
        var box = new SecretBox(KEY);
        byte[] sealed = box.seal(OWNER, SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(box.seal(OWNER, SECRET)).as("never the same twice").isNotEqualTo(sealed);
        assertThat(box.open(OWNER, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open(new UUID(1, 3), sealed)).hasMessageContaining("does not open");
        var other = Base64.getEncoder()
                .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> new SecretBox(other).open(OWNER, sealed)).hasMessageContaining("was the key changed");
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> new SecretBox("short"))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> new SecretBox(null).seal(OWNER, SECRET)).hasMessageContaining("LICET_DELIVERY_KEY");
        assertThat(new SecretBox(KEY)).hasToString("SecretBox[hidden]");
    }
}
