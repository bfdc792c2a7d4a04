package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Receivers check what we sign with a library that we did not write. */
class SignatureTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final String BODY = "{\"data\":{\"model\":\"acme/größer\"}}";

    private static HttpHeaders headers(Instant at, String signature) {
        var all = new HashMap<String, List<String>>();
        all.put("webhook-id", List.of(ID.toString()));
        all.put("webhook-timestamp", List.of(Long.toString(at.getEpochSecond())));
        all.put("webhook-signature", List.of(signature));
        return HttpHeaders.of(all, (_, _) -> true);
    }

    private static void verify(byte[] secret, Instant at, String signature, String body) throws Exception {
        new Webhook(Base64.getEncoder().encodeToString(secret)).verify(body, headers(at, signature));
    }

    @Test
    void theirLibraryAcceptsItWithEitherSecretOfARotation() throws Exception {
        var now = Instant.now(java.time.Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        var signature = Signature.of(ID, now, BODY, List.of(SECRET, OTHER));
        verify(SECRET, now, signature, BODY);
        verify(OTHER, now, signature, BODY);
        var alone = Signature.of(ID, now, BODY, List.of(SECRET));
        assertThatThrownBy(() -> verify(OTHER, now, alone, BODY)).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(SECRET, now, alone, BODY + " "))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(SECRET, now.plusSeconds(1), alone, BODY))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aSecretIsShownAsTheConventionSays() {
        assertThat(Signature.shown(SECRET)).isEqualTo("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    }
}
