package licet.web.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Finds the models that the files of a folder name. Links are not followed, so nothing outside of the folder is read;
 * what is large or no text is left out.
 */
public final class RepositoryScan {
    private static final int MOST_FILES = 200_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", ".tox", "target", ".gradle");
    private static final String LOCK = "huggingface.lock.yaml";
    private static final String BOM = ".cdx.json";

    private final Path folder;
    private final ScanPatterns patterns = ScanPatterns.load();

    public RepositoryScan(Path folder) {
        this.folder = folder;
    }

    /** Each mention once, in the order of files and lines. */
    public List<Reference> list() throws IOException {
        var all = new ArrayList<Reference>();
        for (var file : files()) {
            text(file).ifPresent(text -> all.addAll(mentions(file, text)));
        }
        return all;
    }

    private List<Path> files() throws IOException {
        var all = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return !dir.equals(folder) && LEFT_OUT.contains(String.valueOf(dir.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && attributes.size() <= MOST_BYTES) {
                    all.add(file);
                }
                if (all.size() > MOST_FILES) {
                    throw new CheckProblem("too-many-files", folder, MOST_FILES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
        all.sort(Comparator.naturalOrder());
        return all;
    }

    private static Optional<String> text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (byte each : bytes) {
            if (each == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private List<Reference> mentions(Path file, String text) {
        String name = String.valueOf(file.getFileName());
        if (name.equals(LOCK)) {
            return relative(LockFile.read(file), file);
        }
        if (name.endsWith(BOM)) {
            return relative(BomReferences.read(file), file);
        }
        var found = new TreeMap<Place, TreeMap<String, Reference>>();
        for (var pattern : patterns.all()) {
            if (pattern.looksAt(name)) {
                find(pattern, text, relative(file))
                        .forEach(reference -> found.computeIfAbsent(
                                        reference.place().orElseThrow(), _ -> new TreeMap<>())
                                .putIfAbsent(reference.text(), reference));
            }
        }
        return found.values().stream()
                .flatMap(line -> withoutRepeats(List.copyOf(line.values())).stream())
                .toList();
    }

    /** A pattern that finds the revision as well says more than one that finds the name alone. */
    private static List<Reference> withoutRepeats(List<Reference> line) {
        return line.stream()
                .filter(one -> line.stream().noneMatch(other -> other.text().startsWith(one.text() + "@")))
                .toList();
    }

    private List<Reference> find(ScanPattern pattern, String text, String file) {
        var all = new ArrayList<Reference>();
        var matcher = pattern.regex().matcher(text);
        int line = 1;
        int at = 0;
        while (matcher.find()) {
            for (; at < matcher.start(1); at++) {
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
            String model = matcher.group(1);
            if (patterns.isModel(model)) {
                String written = revision(pattern, matcher)
                        .map(commit -> model + "@" + commit)
                        .orElse(model);
                all.add(Reference.named(written, new Place(file, line)));
            }
        }
        return all;
    }

    private static Optional<String> revision(ScanPattern pattern, Matcher found) {
        return pattern.hasRevision() ? Optional.ofNullable(found.group("revision")) : Optional.empty();
    }

    private List<Reference> relative(List<Reference> references, Path file) {
        return references.stream()
                .map(reference -> new Reference(
                        reference.subject(),
                        Optional.of(new Place(
                                relative(file),
                                reference.place().map(Place::line).orElse(1)))))
                .toList();
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
