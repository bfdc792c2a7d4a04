package licet.registry.ingest;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import licet.ingest.hub.RepoId;

/** The models that a new database watches, by the setting {@code licet.watch} (a list separated by commas). */
@Singleton
public class WatchedModels {
    private final List<RepoId> models;

    WatchedModels(
            @Value("${licet.watch:`meta-llama/Llama-3.1-8B,meta-llama/Llama-3.3-70B-Instruct,"
                            + "meta-llama/Llama-4-Scout-17B-16E-Instruct,deepseek-ai/DeepSeek-R1-Distill-Llama-70B,"
                            + "deepseek-ai/DeepSeek-V3,Qwen/Qwen2.5-72B-Instruct,Qwen/Qwen2.5-32B-Instruct,"
                            + "mistralai/Mistral-Medium-3.5-128B`}")
                    String list) {
        this.models = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(RepoId::parse)
                .toList();
    }

    public List<RepoId> list() {
        return models;
    }
}
