package licet.ingest.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import licet.ingest.hub.HubProblem;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoPath;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.FolderSnapshots;
import licet.ingest.snapshot.WeightFile;
import licet.ingest.weights.WeightsMetadata;

/** Takes snapshots of models that were downloaded before: a cache of the Hub's tools, a plain folder, one file of weights. */
public final class LocalModels {
    private static final long MAX_TEXT = 1 << 20;

    private final FolderSnapshots snapshots = new FolderSnapshots();
    private final HashProgress progress;

    public LocalModels(HashProgress progress) {
        this.progress = progress;
    }

    /** The models of a whole cache, as folders to take one by one; empty for a folder that is no cache. */
    public List<Path> list(Path cache) throws IOException {
        return HubCache.models(cache);
    }

    public LocalResult take(LocalRequest request) {
        try {
            Path path = request.path().toAbsolutePath().normalize();
            if (Files.isRegularFile(path)) {
                return takeFile(path, request);
            }
            return Files.isDirectory(path)
                    ? takeFolder(path, request)
                    : refused(LocalResult.Reason.NOT_FOUND, "no such file or folder");
        } catch (IOException e) {
            return refused(LocalResult.Reason.UNREADABLE, e.getClass().getSimpleName() + " while reading the folder");
        }
    }

    private LocalResult takeFile(Path file, LocalRequest request) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (WeightFile.Format.find(name).isEmpty()) {
            return refused(LocalResult.Reason.NO_MODEL, "the file is no file of weights");
        }
        if (request.name().isEmpty()) {
            return refused(LocalResult.Reason.NAME_NEEDED, "give the model's name, such as owner/name");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        files.put(name, file.toRealPath());
        Path folder = file.getParent() == null ? file : file.getParent();
        return take(new LocalFolder(folder, folder, request.name().get(), commit(request)), files, List.of());
    }

    private LocalResult takeFolder(Path path, LocalRequest request) throws IOException {
        Optional<LocalFolder> cached = HubCache.find(path, request.revision());
        if (cached.isEmpty() && HubCache.model(path).isPresent()) {
            return refused(LocalResult.Reason.REVISION_NEEDED, "name one of the revisions below snapshots");
        }
        if (cached.isEmpty() && request.name().isEmpty()) {
            return refused(LocalResult.Reason.NAME_NEEDED, "give the model's name, such as owner/name");
        }
        Path real = path.toRealPath();
        LocalFolder folder = cached.isPresent()
                ? cached.get()
                : new LocalFolder(real, real, request.name().orElseThrow(), commit(request));
        FolderFiles.Listing listing = FolderFiles.list(folder);
        if (!listing.complete()) {
            return refused(LocalResult.Reason.TOO_MANY_FILES, "more than " + FolderFiles.MAX_FILES + " files");
        }
        return listing.files().isEmpty()
                ? refused(LocalResult.Reason.NO_MODEL, "the folder holds no files of a model")
                : take(folder, listing.files(), listing.notes());
    }

    /** Where nothing on the disk tells the commit, whoever brings the files may. */
    private static Optional<String> commit(LocalRequest request) {
        return request.revision().filter(Revision::isCommit).map(Revision::value);
    }

    private LocalResult take(LocalFolder folder, SortedMap<String, Path> files, List<String> left) throws IOException {
        SortedMap<String, Path> weightFiles = new TreeMap<>(files);
        weightFiles.keySet().removeIf(path -> WeightFile.Format.find(path).isEmpty());
        Optional<SortedMap<String, String>> hashes = new WeightHashes(progress).hash(weightFiles);
        if (hashes.isEmpty()) {
            return new LocalResult.Cancelled();
        }
        List<String> notes = new ArrayList<>(left);
        Optional<WeightsMetadata> weights = new LocalWeights(files, notes).read();
        List<RepoFile> listed = new ArrayList<>();
        for (var file : files.entrySet()) {
            listed.add(new RepoFile(
                    file.getKey(),
                    Optional.empty(),
                    OptionalLong.of(Files.size(file.getValue())),
                    Optional.ofNullable(hashes.get().get(file.getKey()))));
        }
        var description = LocalDescription.of(
                folder, listed, weights.map(w -> w.parameters().total()));
        return new LocalResult.Taken(
                snapshots.take(description, listed, path -> content(files, path), weights), weights, notes);
    }

    private static HubResult<Payload> content(SortedMap<String, Path> files, RepoPath path) {
        Path file = files.get(path.toString());
        try {
            if (file == null || Files.size(file) > MAX_TEXT) {
                return new HubResult.Refused<>(new HubProblem.TooLarge(detail("larger than " + MAX_TEXT + " bytes")));
            }
            return new HubResult.Found<>(Payload.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            return new HubResult.Refused<>(new HubProblem.Failed(detail("the file cannot be read")));
        }
    }

    private static HubProblem.Detail detail(String message) {
        return new HubProblem.Detail(message, "");
    }

    private static LocalResult refused(LocalResult.Reason reason, String detail) {
        return new LocalResult.Refused(reason, detail);
    }
}
