package licet.ingest.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<RepoFile> files = items(input, ItemReader.ofTree(TreeReader::find)).orElse(List.of());
        if (files.stream().anyMatch(file -> file.size().orElse(0) < 0)) {
            throw new AssertionError("a file of negative size: " + files);
        }
        requireTheSame(items(input, ListedModelReader::find), items(input, ItemReader.ofTree(ListedModelByTree::find)));
    }

    /** Empty for a refused body. */
    private static <I> Optional<List<I>> items(byte[] input, ItemReader<I> reader) {
        List<I> items = new ArrayList<>();
        try {
            HubJson.items(body(input), CAP, reader, items::add);
            return Optional.of(items);
        } catch (IOException expected) {
            requireReason(expected);
            return Optional.empty();
        }
    }

    /** What is skipped token by token is not decoded, so only a body that both accept must mean the same to both. */
    private static void requireTheSame(Optional<List<ListedModel>> tokens, Optional<List<ListedModel>> trees) {
        if (tokens.isPresent() && trees.isPresent() && !tokens.equals(trees)) {
            throw new AssertionError("tokens " + tokens.get() + ", trees " + trees.get());
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
