package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co, https://huggingface.co/api/models",
        "https://huggingface.co/, https://huggingface.co/api/models",
        "https://mirror.example/hf//, https://mirror.example/hf/api/models",
        "http://localhost:8080, http://localhost:8080/api/models"
    })
    void theEndpointLosesItsSlashAndKeepsItsPath(String endpoint, String list) {
        var settings = HubSettings.fromEnvironment(Map.of("HF_ENDPOINT", endpoint), home);
        assertThat(new Endpoint(settings.endpoint()).path("api/models").build()).hasToString(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "  ", "huggingface.co", "ftp://x", "https://user:secret@host/", "https://host/?a=b"})
    void aDamagedEndpointIsAnErrorAndNeverThePublicHub(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.fromEnvironment(Map.of("HF_ENDPOINT", endpoint), home))
                .withMessageContaining("HF_ENDPOINT")
                .withMessageContaining("write it like https://huggingface.co")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void withoutAVariableItIsThePublicHubWithoutToken() {
        var settings = HubSettings.fromEnvironment(Map.of(), home);
        assertThat(settings.endpoint()).hasToString("https://huggingface.co/");
        assertThat(settings.token()).isEmpty();
        assertThat(settings.userAgent()).startsWith("licet/");
    }

    @Test
    void tokensAreFoundInTheOrderOfTheHubsOwnTools() throws IOException {
        Path file = Files.writeString(home.resolve("t"), " hf_file\r\n");
        Map<String, String> all =
                Map.of("HF_TOKEN", "hf_first", "HUGGING_FACE_HUB_TOKEN", "hf_second", "HF_TOKEN_PATH", file.toString());
        assertThat(bearer(all)).isEqualTo("Bearer hf_first");
        assertThat(bearer(Map.of("HF_TOKEN", " \n", "HUGGING_FACE_HUB_TOKEN", "hf_second")))
                .isEqualTo("Bearer hf_second");
        assertThat(bearer(Map.of("HF_TOKEN_PATH", file.toString()))).isEqualTo("Bearer hf_file");
    }

    @Test
    void tokenFilesStandInTheUsualFolders() throws IOException {
        write(".cache/huggingface/token", "hf_default");
        write("xdg/huggingface/token", "hf_xdg");
        write("hub/token", "hf_home");
        assertThat(bearer(Map.of())).isEqualTo("Bearer hf_default");
        Map<String, String> xdg = Map.of("XDG_CACHE_HOME", home.resolve("xdg").toString());
        assertThat(bearer(xdg)).isEqualTo("Bearer hf_xdg");
        assertThat(bearer(Map.of("HF_HOME", home.resolve("hub").toString()))).isEqualTo("Bearer hf_home");
        assertThat(bearer(Map.of("HF_HOME", "~/hub"))).isEqualTo("Bearer hf_home");
    }

    @Test
    void aTokenNeverShowsItself() {
        var settings = HubSettings.fromEnvironment(Map.of("HF_TOKEN", "hf_verysecret"), home);
        assertThat(settings.toString()).doesNotContain("verysecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessToken.find("hf_very secret"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hf_very"));
    }

    private String bearer(Map<String, String> env) {
        return HubSettings.fromEnvironment(env, home).token().orElseThrow().bearer();
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
