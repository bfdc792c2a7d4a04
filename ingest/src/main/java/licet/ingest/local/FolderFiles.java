package licet.ingest.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import licet.ingest.hub.RepoPath;

/** All files below a folder by their paths in the repository. Links to folders are not entered, links to outside not followed. */
final class FolderFiles extends SimpleFileVisitor<Path> {
    static final int MAX_FILES = 100_000;
    private static final int MAX_DEPTH = 32;
    /** What tools leave beside the files of the repository. */
    private static final Set<String> TOOLS = Set.of(".git", ".cache", ".huggingface", ".no_exist");

    private final LocalFolder folder;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private FolderFiles(LocalFolder folder) {
        this.folder = folder;
    }

    /**
     * @param files real files by their paths
     * @param complete false when there were too many
     */
    record Listing(SortedMap<String, Path> files, List<String> notes, boolean complete) {}

    static Listing list(LocalFolder folder) throws IOException {
        var visitor = new FolderFiles(folder);
        Files.walkFileTree(folder.files(), Set.of(), MAX_DEPTH, visitor);
        return new Listing(visitor.files, visitor.notes, visitor.files.size() < MAX_FILES);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean tool = !directory.equals(folder.files()) && TOOLS.contains(String.valueOf(directory.getFileName()));
        return tool ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = path(file);
        if (RepoPath.find(path).isEmpty()) {
            notes.add("left out, the name is not safe: " + printable(path));
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink() || attributes.isRegularFile()) {
            addReal(file, path);
        }
        return files.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        notes.add("left out, cannot be read: " + printable(path(file)));
        return FileVisitResult.CONTINUE;
    }

    private void addReal(Path file, String path) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.fence())) {
                notes.add("left out, the link leads out of the folder: " + path);
            } else if (Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                files.put(path, real);
            }
        } catch (IOException e) {
            notes.add("left out, the link leads nowhere: " + path);
        }
    }

    private String path(Path file) {
        List<String> segments = new ArrayList<>();
        folder.files().relativize(file).forEach(segment -> segments.add(segment.toString()));
        return String.join("/", segments);
    }

    private static String printable(String path) {
        String clean = path.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 200 ? clean : clean.substring(0, 200) + "…";
    }
}
