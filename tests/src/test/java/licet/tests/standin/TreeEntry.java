package licet.tests.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One line of a tree. */
sealed interface TreeEntry {
    record File(RepoEntry entry) implements TreeEntry {}

    record Directory(String path) implements TreeEntry {}

    default void write(JsonGenerator json, Model model, boolean expand) throws IOException {
        switch (this) {
            case File(RepoEntry entry) -> FileJson.treeEntry(json, model, entry, expand);
            case Directory(String path) -> FileJson.directory(json, model, path);
        }
    }

    /** @param folder empty for the root */
    static List<TreeEntry> below(Model model, String folder, boolean recursive) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<TreeEntry> files = new ArrayList<>();
        Set<String> folders = new TreeSet<>();
        for (RepoEntry entry : RepoFiles.of(model)) {
            String path = entry.path();
            if (path.startsWith(prefix)) {
                int slash = path.indexOf('/', prefix.length());
                for (int at = slash; at >= 0; at = recursive ? path.indexOf('/', at + 1) : -1) {
                    folders.add(path.substring(0, at));
                }
                if (recursive || slash < 0) {
                    files.add(new File(entry));
                }
            }
        }
        List<TreeEntry> all = new ArrayList<>();
        folders.forEach(path -> all.add(new Directory(path)));
        all.addAll(files);
        return all;
    }
}
