package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.ingest.hub.RepoFile;

/**
 * A file whose like in another repository says where a model comes from.
 *
 * @param content the hash by which the Hub lists it: {@code sha256:} of a large file, else {@code git:} of the blob
 */
public record OriginFile(String path, Kind kind, String content) {
    /** In the order in which an equal one speaks. */
    public enum Kind {
        WEIGHTS,
        CONFIG,
        TOKENIZER
    }

    /** Of a model in hundreds of parts the first ones tell as much as all. */
    private static final int MOST = 200;

    /** States of a training run are smaller, and the same wherever somebody trained for as long. */
    private static final long SMALLEST_WEIGHTS = 100_000;

    /** A configuration of a name and nothing more, as converters write it, is the same in thousands of repositories. */
    private static final long SMALLEST_TEXT = 256;

    private static final Set<String> TOKENIZERS = Set.of(
            "tokenizer.json",
            "tokenizer.model",
            "tokenizer.model.v3",
            "tekken.json",
            "spiece.model",
            "sentencepiece.bpe.model",
            "vocab.json",
            "vocab.txt",
            "merges.txt");

    /** Weights before configurations before tokenizers, each content once, at most 200. */
    static List<OriginFile> list(List<RepoFile> files) {
        List<OriginFile> found = new ArrayList<>();
        files.forEach(file -> find(file).ifPresent(found::add));
        found.sort(Comparator.comparing(OriginFile::kind).thenComparing(OriginFile::path));
        Map<String, OriginFile> once = new LinkedHashMap<>();
        found.forEach(file -> once.putIfAbsent(file.content(), file));
        return once.values().stream().limit(MOST).toList();
    }

    private static Optional<OriginFile> find(RepoFile file) {
        return kindOf(file.path())
                .filter(kind ->
                        file.size().orElse(Long.MAX_VALUE) >= (kind == Kind.WEIGHTS ? SMALLEST_WEIGHTS : SMALLEST_TEXT))
                .flatMap(kind -> contentOf(file).map(content -> new OriginFile(file.path(), kind, content)));
    }

    /** Those of the model itself: its parts in folders have tokenizers that thousands of pipelines share. */
    private static Optional<Kind> kindOf(String path) {
        if (path.equals("config.json")) {
            return Optional.of(Kind.CONFIG);
        }
        if (TOKENIZERS.contains(path)) {
            return Optional.of(Kind.TOKENIZER);
        }
        return WeightFile.Format.find(path).map(_ -> Kind.WEIGHTS);
    }

    private static Optional<String> contentOf(RepoFile file) {
        return file.lfsSha256().map("sha256:"::concat).or(() -> file.blobOid().map("git:"::concat));
    }
}
