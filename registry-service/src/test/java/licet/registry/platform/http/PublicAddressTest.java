package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No caller chooses what is signed. */
class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "'',                      localhost:8080,   http://localhost:8080",
        "'',                      127.0.0.1:8080,   http://127.0.0.1:8080",
        "'',                      [::1]:8080,       http://[::1]:8080",
        "'',                      evil.example,     ''",
        "'',                      localhost.evil.example, ''",
        "'',                      localhost@evil.example, ''",
        "'',                      'no host',        ''",
        "https://licet.example/,  evil.example,     https://licet.example",
    })
    void onlyAMachineThatCallsItselfIsTakenFromTheRequest(String configured, String host, String expected) {
        var found = new PublicAddress(configured).findSafe(HttpRequest.GET("/").header("Host", host));
        assertThat(found.map(Object::toString).orElse("")).isEqualTo(expected);
    }
}
