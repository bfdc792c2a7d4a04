package licet.ingest.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;

/** Any body of the Hub is mapped to a model, a page of models or a tree, or refused as damaged, compressed or not. */
public final class HubJsonFuzz {
    private static final long CAP = 1 << 20;

    private HubJsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            ModelInfoReader.find(HubJson.document(body(input), CAP).json()).ifPresent(HubJsonFuzz::requireNamed);
        } catch (IOException expected) {
            requireReason(expected);
        }
        List<ListedModel> models = new ArrayList<>();
        List<RepoFile> files = new ArrayList<>();
        try {
            HubJson.items(body(input), CAP, item -> {
                ListedModelReader.find(item).ifPresent(models::add);
                TreeReader.find(item).ifPresent(files::add);
            });
        } catch (IOException expected) {
            requireReason(expected);
        }
        if (files.stream().anyMatch(file -> file.size().orElse(0) < 0)) {
            throw new AssertionError("a file of negative size: " + files);
        }
    }

    private static void requireNamed(ModelInfo info) {
        if (info.id().value().isBlank()) {
            throw new AssertionError("a model without a name");
        }
    }

    private static void requireReason(IOException refused) {
        if (String.valueOf(refused.getMessage()).isBlank()) {
            throw new AssertionError("refused without a reason");
        }
    }

    private static Buffer body(byte[] input) {
        return new Buffer().write(input);
    }
}
