package licet.web.model;

import java.util.List;
import licet.rules.obligation.Pack;

/**
 * What has to be done for one model in one deployment.
 *
 * @param groups what is due, by when or where it has to be done
 * @param files of the pack, to take along
 */
public record Duties(Pack pack, List<Group> groups, List<File> files) {
    public Duties {
        groups = List.copyOf(groups);
        files = List.copyOf(files);
    }

    /** @param word of the closed list of groups */
    public record Group(String word, List<Pack.Item> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    public record File(String name, String href) {}

    public boolean isEmpty() {
        return groups.isEmpty() && pack.conditional().isEmpty();
    }

    public boolean hasTexts() {
        return !pack.licenses().isEmpty() || !pack.policies().isEmpty();
    }

    /** License texts first, then use policies. */
    public List<Pack.Copy> texts() {
        return java.util.stream.Stream.concat(pack.licenses().stream(), pack.policies().stream())
                .toList();
    }

    /** Lines to copy, in the words that the licenses fix. */
    public List<Pack.Words> lines() {
        return java.util.stream.Stream.concat(pack.notices().stream(), pack.modificationNotices().stream())
                .toList();
    }

    public boolean asksForAName() {
        return pack.planned().state() != Pack.NameCheck.State.NOT_ASKED;
    }
}
