package licet.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.RepoId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameHintsTest {
    private static final FileNameHints HINTS = FileNameHints.shipped();

    private static List<LineageHint> hints(String model, String... paths) {
        return HINTS.list(
                RepoId.parse(model),
                List.of(paths).stream()
                        .map(path -> new WeightFile(
                                path,
                                WeightFile.Format.find(path).orElseThrow(),
                                OptionalLong.empty(),
                                Optional.empty()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # repository           | file                                                       | names
                    acme/assistant         | llama-2-7b-chat.Q4_K_M.gguf                                | ''
                    acme/assistant         | Meta-Llama-3.1-8B-Instruct-IQ3_XS.gguf                     | ''
                    acme/Llama-Finance     | llama-2-7b-chat.ggmlv3.q4_0.bin                            | ''
                    acme/finance-GGUF      | finance-qwen2.5-7b-Q8_0-00001-of-00002.gguf                | ''
                    acme/assistant         | gpt-oss-20b-mxfp4.gguf                                     | ''
                    acme/assistant         | adapters/mistral-7b-lora.safetensors                       | ''
                    acme/assistant         | hermes-13b.q5_1.gguf                                       | ''
                    acme/assistant         | meta-llama__Llama-2-7b-hf.safetensors                      | meta-llama/Llama-2-7b-hf
                    acme/assistant         | models--base--Small/snapshots/1f2e/model.safetensors       | base/Small
                    mistralai/Tuned        | Qwen3-8B-BF16.gguf                                         | ''
                    """)
    void aFileThatCarriesTheNameOfAnotherModelIsAHint(String model, String path, String names) {
        assertThat(hints(model, path)).singleElement().satisfies(hint -> {
            assertThat(hint.path()).isEqualTo(path);
            assertThat(hint.text()).isEqualTo("file: " + path);
            assertThat(hint.kind())
                    .isEqualTo(names.isEmpty() ? LineageHint.Kind.NAMED_BASE : LineageHint.Kind.LINKED_MODEL);
            assertThat(String.join(
                            ",", hint.models().stream().map(RepoId::value).toList()))
                    .isEqualTo(names);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # repository                        | file
                    acme/assistant                      | model.gguf
                    acme/assistant                      | ggml-model-q4_0.gguf
                    acme/assistant                      | ggml-model-7b.gguf
                    acme/assistant                      | model-00001-of-00002.safetensors
                    acme/assistant                      | original/consolidated.00.pth
                    acme/assistant                      | assistant-7b.Q4_K_M.gguf
                    acme/chat                           | acme-7b.Q4_K_M.gguf
                    acme/assistant                      | unet__block.safetensors
                    acme/assistant                      | mmproj-model-f16.gguf
                    acme/assistant                      | epoch-10b.safetensors
                    acme/My-Llama-3-8B                  | llama-3-8b.gguf
                    acme/Llama-3-8B-Chat-GGUF           | meta-llama-3-8b-chat.Q4_K_M.gguf
                    acme/philosophy                     | philosophy-2.gguf
                    acme/dolphin                        | tinyllama.gguf
                    google/gemma-7b                     | gemma-7b.gguf
                    mistralai/Devstral-Small-2507_gguf  | Devstral-Small-2507-Q4_K_M.gguf
                    meta-llama/Prompt-Guard             | llama-3-guard.pth
                    base/Small-7B                       | base__Small-7B.safetensors
                    """)
    void aGeneralNameAndTheModelsOwnAreNone(String model, String path) {
        assertThat(hints(model, path)).isEmpty();
    }

    @Test
    void partsAndPackingsOfOneFileAreOneHintAndManyFilesAreCutShort() {
        assertThat(hints(
                        "acme/assistant",
                        "llama-2-7b.Q4_K_M.gguf",
                        "llama-2-7b.Q8_0.gguf",
                        "llama-2-7b-00001-of-00002.safetensors"))
                .hasSize(1);
        assertThat(hints(
                        "acme/assistant",
                        IntStream.range(0, 30)
                                .mapToObj(i -> "llama-%d-7b.gguf".formatted(i))
                                .toArray(String[]::new)))
                .hasSize(10);
    }
}
