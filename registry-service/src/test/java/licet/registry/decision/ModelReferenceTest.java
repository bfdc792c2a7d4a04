package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licet.ingest.hub.Revision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipelines write models in many ways; each means one model at one revision, or is refused. */
class ModelReferenceTest {
    private static final String SHA = "559062ad13d311b87b2c455e67dcd5f1c8f65111";

    @ParameterizedTest
    @CsvSource({
        "Qwen/QwQ-32B, Qwen/QwQ-32B, ",
        "' Qwen/QwQ-32B ', Qwen/QwQ-32B, ",
        "Qwen/QwQ-32B@main, Qwen/QwQ-32B, main",
        "Qwen/QwQ-32B@" + SHA + ", Qwen/QwQ-32B, " + SHA,
        "Qwen/QwQ-32B@v1.0, Qwen/QwQ-32B, v1.0",
        "Qwen/QwQ-32B@refs/pr/1, Qwen/QwQ-32B, refs/pr/1",
        "https://huggingface.co/Qwen/QwQ-32B/tree/refs%2Fpr%2F1, Qwen/QwQ-32B, refs/pr/1",
        "hf://Qwen/QwQ-32B, Qwen/QwQ-32B, ",
        "HF://Qwen/QwQ-32B, Qwen/QwQ-32B, ",
        "hf://Qwen/QwQ-32B:" + SHA + ", Qwen/QwQ-32B, " + SHA,
        "hf://Qwen/QwQ-32B@" + SHA + ", Qwen/QwQ-32B, " + SHA,
        "https://huggingface.co/Qwen/QwQ-32B, Qwen/QwQ-32B, ",
        "https://huggingface.co/Qwen/QwQ-32B/, Qwen/QwQ-32B, ",
        "https://hf.co/Qwen/QwQ-32B?library=vllm#files, Qwen/QwQ-32B, ",
        "https://HuggingFace.co/Qwen/QwQ-32B/tree/main, Qwen/QwQ-32B, main",
        "https://huggingface.co/Qwen/QwQ-32B/blob/" + SHA + "/LICENSE, Qwen/QwQ-32B, " + SHA,
        "https://huggingface.co/Qwen/QwQ-32B/resolve/" + SHA + "/a/b.gguf, Qwen/QwQ-32B, " + SHA,
        "https://huggingface.co/Qwen/QwQ-32B/commit/" + SHA + ", Qwen/QwQ-32B, " + SHA,
        "https://huggingface.co/Qwen/QwQ-32B/discussions/7, Qwen/QwQ-32B, ",
        "pkg:huggingface/Qwen/QwQ-32B, Qwen/QwQ-32B, ",
        "pkg:huggingface/Qwen/QwQ-32B@" + SHA + ", Qwen/QwQ-32B, " + SHA,
        "pkg:huggingface/Qwen/QwQ-32B@" + SHA + "?repository_url=https://huggingface.co, Qwen/QwQ-32B, " + SHA
    })
    void isReadAsWritten(String written, String model, String revision) {
        var parsed = ModelReference.parse(written);
        assertThat(parsed.model().value()).isEqualTo(model);
        assertThat(parsed.revision().map(Revision::value).orElse(null)).isEqualTo(revision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "gpt2",
                "a/b/c",
                "../etc/passwd",
                "Qwen/QwQ-32B@",
                "Qwen/QwQ-32B@../main",
                "Qwen/QwQ-32B@" + SHA + "/LICENSE",
                "hf://datasets/acme/corpus",
                "hf://Qwen",
                "https://huggingface.co/Qwen",
                "https://huggingface.co/datasets/acme/corpus",
                "https://huggingface.co.example.com/Qwen/QwQ-32B",
                "https://example.com/Qwen/QwQ-32B",
                "https://huggingface.co@example.com/Qwen/QwQ-32B",
                "http://[::1/Qwen/QwQ-32B",
                "file:///Qwen/QwQ-32B",
                "pkg:pypi/torch@2.0",
                "pkg:huggingface/",
                "pkg:"
            })
    void nonsenseIsRefusedWithTheField(String written) {
        assertThatThrownBy(() -> ModelReference.parse(written))
                .as(written)
                .hasMessageMatching("(?s).*(model|revision).*");
    }
}
