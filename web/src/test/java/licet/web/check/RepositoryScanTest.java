package licet.web.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What repositories write, one line each, and the model that is meant; nothing where none is. */
class RepositoryScanTest {
    private static final String SHA = "559062ad13d311b87b2c455e67dcd5f1c8f65111";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "app.py | AutoModel.from_pretrained(\"Qwen/QwQ-32B\") | Qwen/QwQ-32B",
                "app.py | AutoModel.from_pretrained('Qwen/QwQ-32B', revision='v1.0') | Qwen/QwQ-32B@v1.0",
                "app.py | AutoModel.from_pretrained(¶    \"Qwen/QwQ-32B\",¶    torch_dtype=x,¶    revision=\"" + SHA
                        + "\",¶) | Qwen/QwQ-32B@" + SHA,
                "nb.ipynb | \"m = AutoModel.from_pretrained(\\\"Qwen/QwQ-32B\\\")\\n\" | Qwen/QwQ-32B",
                "app.py | snapshot_download(repo_id=\"Qwen/QwQ-32B\") | Qwen/QwQ-32B",
                "app.py | hf_hub_download(\"Qwen/QwQ-32B\", \"config.json\") | Qwen/QwQ-32B",
                "app.py | SentenceTransformer('BAAI/bge-m3') | BAAI/bge-m3",
                "app.py | LLM(model=\"Qwen/QwQ-32B\") | Qwen/QwQ-32B",
                "app.py | MODEL_ID = \"Qwen/QwQ-32B\" | Qwen/QwQ-32B",
                "app.js | pipeline('text-generation', 'Xenova/phi-3') | Xenova/phi-3",
                "run.sh | hf download Qwen/QwQ-32B --revision main | Qwen/QwQ-32B@main",
                "run.sh | huggingface-cli download --quiet Qwen/QwQ-32B | Qwen/QwQ-32B",
                "run.sh | vllm serve Qwen/QwQ-32B --port 8000 | Qwen/QwQ-32B",
                "run.sh | python -m vllm.entrypoints.openai.api_server --model Qwen/QwQ-32B | Qwen/QwQ-32B",
                "run.sh | text-generation-launcher --model-id=Qwen/QwQ-32B --revision v2 | Qwen/QwQ-32B@v2",
                "run.sh | llama-server -hf ggml-org/gemma-3-4b-it-GGUF:Q4_K_M | ggml-org/gemma-3-4b-it-GGUF",
                "run.sh | llama-cli --hf-repo ggml-org/gemma-3-4b-it-GGUF | ggml-org/gemma-3-4b-it-GGUF",
                "run.sh | ollama run hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF | bartowski/Llama-3.2-3B-Instruct-GGUF",
                "Modelfile | FROM hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF | bartowski/Llama-3.2-3B-Instruct-GGUF",
                "Dockerfile | ENV MODEL_ID=Qwen/QwQ-32B | Qwen/QwQ-32B",
                "Dockerfile | RUN hf download Qwen/QwQ-32B | Qwen/QwQ-32B",
                "Dockerfile | CMD [\"--model\", \"Qwen/QwQ-32B\"] | Qwen/QwQ-32B",
                "values.yaml | model: Qwen/QwQ-32B | Qwen/QwQ-32B",
                "values.yaml |   modelId: \"Qwen/QwQ-32B\"  # ours | Qwen/QwQ-32B",
                "pod.yaml |   args:¶    - --model¶    - Qwen/QwQ-32B | Qwen/QwQ-32B",
                "pod.yaml |   - name: MODEL_ID¶    value: Qwen/QwQ-32B | Qwen/QwQ-32B",
                "isvc.yaml | storageUri: hf://Qwen/QwQ-32B:" + SHA + " | Qwen/QwQ-32B@" + SHA,
                "config.json | {\"model\": \"Qwen/QwQ-32B\"} | ``",
                "config.json | \"model\": \"Qwen/QwQ-32B\", | Qwen/QwQ-32B",
                ".env | MODEL_ID=Qwen/QwQ-32B | Qwen/QwQ-32B",
                "README.md | see https://huggingface.co/Qwen/QwQ-32B/tree/main | Qwen/QwQ-32B@main",
                "notes.txt | pkg:huggingface/Qwen/QwQ-32B@" + SHA + " | Qwen/QwQ-32B@" + SHA,
                "README.md | see https://huggingface.co/docs/transformers | ``",
                "README.md | see https://huggingface.co/datasets/acme/corpus | ``",
                "app.py | from_pretrained(\"./models/mine\") | ``",
                "app.py | from_pretrained(path) | ``",
                "run.sh | llama-cli --model models/qwen.gguf | ``",
                "values.yaml | image: vllm/vllm-openai:v0.9 | ``",
                "values.yaml | repository: ghcr.io/acme/app | ``",
                "values.yaml | path: src/main | ``",
                "app.py | model = \"gpt2\" | ``"
            })
    void findsWhatIsMeant(String file, String text, String model) throws IOException {
        Files.writeString(folder.resolve(file.strip()), text.strip().replace('¶', '\n') + "\n");
        assertThat(new RepositoryScan(folder).list())
                .extracting(Reference::text)
                .containsExactlyElementsOf(model.isBlank() ? List.of() : List.of(model.strip()));
    }

    @Test
    void namesTheFileAndTheLineAndReadsNothingElse() throws IOException {
        Files.createDirectories(folder.resolve("deploy/.git"));
        Files.writeString(folder.resolve("deploy/.git/config"), "hf://a/hidden\n");
        Files.writeString(folder.resolve("deploy/values.yaml"), "replicas: 2\n\nmodel: Qwen/QwQ-32B\n");
        Files.write(folder.resolve("weights.bin"), "hf://a/binary\0".getBytes());
        Files.write(folder.resolve("large.txt"), ("hf://a/large\n" + "x".repeat(2_000_000)).getBytes());
        var outside = Files.createTempDirectory("outside");
        Files.writeString(outside.resolve("secret.txt"), "hf://a/outside\n");
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(folder.resolve("link.txt"), outside.resolve("secret.txt"));
        assertThat(new RepositoryScan(folder).list())
                .containsExactly(Reference.named("Qwen/QwQ-32B", new Place("deploy/values.yaml", 3)));
    }

    @Test
    void readsLocksAndBillsOfMaterials() throws IOException {
        Files.writeString(folder.resolve("huggingface.lock.yaml"), """
                metadata:
                  version: "1.0"
                models:
                  - repository: "Qwen/QwQ-32B"
                    revision: "%s"
                    type: "model"
                  - repository: "acme/corpus"
                    revision: "%s"
                    type: "dataset"
                """.formatted(SHA, SHA));
        Files.writeString(folder.resolve("app.cdx.json"), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "name": "torch", "purl": "pkg:pypi/torch@2.8", "components": [
                    {"type": "machine-learning-model", "group": "BAAI", "name": "bge-m3", "version": "%s"}]},
                  {"type": "machine-learning-model", "name": "unnamed thing"}]}
                """.formatted(SHA));
        assertThat(new RepositoryScan(folder).list())
                .extracting(Reference::text)
                .containsExactly("BAAI/bge-m3@" + SHA, "unnamed thing", "Qwen/QwQ-32B@" + SHA);
    }

    @Test
    void aLockThatIsNoneSaysSo() throws IOException {
        for (var text : Arrays.asList("models: 7", "nothing", "models:\n  - revision: x\n", "a: &a [*a]\n", "")) {
            var lock = Files.writeString(folder.resolve("some.yaml"), text);
            if (text.equals("models: 7")) {
                assertThat(LockFile.read(lock)).isEmpty();
            } else {
                assertThatThrownBy(() -> LockFile.read(lock)).as(text).isInstanceOf(CheckProblem.class);
            }
        }
    }

    /** Hostile text must not keep the scan busy. */
    @Test
    void repetitionIsReadInNoTime() throws IOException {
        Files.writeString(folder.resolve("a.py"), "from_pretrained(\"a/" + "a-".repeat(200_000) + "\n");
        Files.writeString(folder.resolve("b.py"), "from_pretrained(\"a/b\",".repeat(20_000));
        Files.writeString(folder.resolve("c.sh"), "hf download --a b ".repeat(20_000));
        assertThat(new RepositoryScan(folder).list()).hasSizeLessThan(20_001);
    }
}
