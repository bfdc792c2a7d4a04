package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/ /x",
                "javascript:alert(1)",
                "",
                "models"
            })
    void leadsNowhereElse(String text) {
        assertThat(ReturnAddress.parse(text)).isEmpty();
    }

    @Test
    void keepsAPathWithItsQuery() {
        var address = ReturnAddress.parse("/models?q=llama&sort=name").orElseThrow();
        assertThat(address.signIn().toString()).isEqualTo("/sign-in?to=%2Fmodels%3Fq%3Dllama%26sort%3Dname");
    }
}
