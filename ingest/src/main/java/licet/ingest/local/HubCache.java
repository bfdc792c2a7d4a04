package licet.ingest.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;

/** The layout in which the Hub's own tools keep downloads: {@code models--owner--name/snapshots/COMMIT}, with links into blobs. */
final class HubCache {
    private static final String PREFIX = "models--";
    private static final String SNAPSHOTS = "snapshots";
    private static final int MAX_REF = 200;

    private HubCache() {}

    /** The name that a folder of the cache stands for; empty for any other folder. */
    static Optional<RepoId> model(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(PREFIX)
                ? RepoId.find(name.substring(PREFIX.length()).replaceFirst("--", "/"))
                : Optional.empty();
    }

    /** All models of a cache, sorted; empty for a folder that is none. */
    static List<Path> models(Path cache) throws IOException {
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.filter(f -> Files.isDirectory(f.resolve(SNAPSHOTS), LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> model(f).isPresent())
                    .sorted()
                    .toList();
        }
    }

    /** Finds the cache around a folder of a model, or around one of its snapshots. */
    static Optional<LocalFolder> find(Path folder, Optional<Revision> wanted) throws IOException {
        Path parent = folder.getParent();
        if (parent != null
                && parent.getParent() != null
                && String.valueOf(parent.getFileName()).equals(SNAPSHOTS)) {
            return located(folder, parent.getParent());
        }
        Optional<Path> snapshot = model(folder).isPresent() ? snapshot(folder, wanted) : Optional.empty();
        return snapshot.isPresent() ? located(snapshot.get(), folder) : Optional.empty();
    }

    private static Optional<LocalFolder> located(Path snapshot, Path repository) throws IOException {
        Path fence = repository.toRealPath();
        Optional<String> commit =
                Optional.of(String.valueOf(snapshot.getFileName())).filter(name -> new Revision(name).isCommit());
        return model(repository).map(model -> new LocalFolder(snapshot, fence, model, commit));
    }

    /** The revision asked for, by commit or by ref; else the main one; else the only one. */
    private static Optional<Path> snapshot(Path repository, Optional<Revision> wanted) throws IOException {
        Path snapshots = repository.resolve(SNAPSHOTS);
        if (!Files.isDirectory(snapshots, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String name = wanted.orElse(Revision.MAIN).value();
        Optional<Path> found = commit(repository, name)
                .or(() -> Optional.of(name))
                .map(snapshots::resolve)
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS));
        return found.isPresent() || wanted.isPresent() ? found : only(snapshots);
    }

    private static Optional<Path> only(Path snapshots) throws IOException {
        try (Stream<Path> folders = Files.list(snapshots)) {
            List<Path> all = folders.filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .limit(2)
                    .toList();
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        }
    }

    /** A ref is a small file that holds a commit; what it holds else is not followed. */
    private static Optional<String> commit(Path repository, String ref) throws IOException {
        Path file = repository.resolve("refs").resolve(ref);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_REF) {
            return Optional.empty();
        }
        String commit = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        return commit.matches("[0-9a-f]{40}") ? Optional.of(commit) : Optional.empty();
    }
}
