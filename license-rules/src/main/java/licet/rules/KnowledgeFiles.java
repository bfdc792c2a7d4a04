package licet.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The data files of a folder on the class path, by path: a new file is found without being listed anywhere. */
final class KnowledgeFiles {
    private KnowledgeFiles() {}

    /** @param anchor a file that surely stands in the folder */
    static SortedMap<String, String> read(String folder, String anchor) {
        try {
            URL url = Objects.requireNonNull(
                    KnowledgeFiles.class.getResource(folder + "/" + anchor), folder + "/" + anchor);
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return files(Objects.requireNonNull(Path.of(uri).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(
                    Path.of(URI.create(uri.getSchemeSpecificPart().split("!", 2)[0])))) {
                return files(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot find " + folder, e);
        }
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.put(
                        folder.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** The files of one subfolder, by path. */
    static Map<String, String> under(SortedMap<String, String> files, String folder) {
        return files.subMap(folder + "/", folder + "0");
    }
}
