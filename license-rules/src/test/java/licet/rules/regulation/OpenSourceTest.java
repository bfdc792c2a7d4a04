package licet.rules.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import licet.rules.Knowledge;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenSourceTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load(false);

    private static OpenSource of(String key) {
        return OpenSource.of(KNOWLEDGE.licenses().get(new LicenseKey(key)), KNOWLEDGE.licenses());
    }

    @ParameterizedTest
    @CsvSource({
        "mit, YES",
        "apache-2.0, YES",
        "bloom-rail-1.0, ARGUABLE",
        "gemma-terms-2025-03-24, ARGUABLE",
        "deepseek-model-1.0, ARGUABLE",
        "kimi-k2-modified-mit, ARGUABLE",
        "llama-3.3-community, NO",
        "llama-4-community, NO",
        "qwen-license-2024-09-19, NO",
        "qwen-research-2024-09-19, NO",
        "mistral-medium-3.5-modified-mit, NO",
        "cc-by-nc-4.0, NO"
    })
    void is_computed_from_the_license_file(String key, OpenSource expected) {
        assertThat(of(key)).isEqualTo(expected);
    }

    @Test
    void names_what_is_in_the_way() {
        var license = KNOWLEDGE.licenses().get(new LicenseKey("llama-4-community"));
        assertThat(OpenSource.obstacles(license, KNOWLEDGE.licenses()))
                .contains(
                        new OpenSource.Obstacle("llama-4-community/monthly-users-cap", OpenSource.NO),
                        new OpenSource.Obstacle("llama-4-aup/eu-multimodal", OpenSource.NO));
    }
}
