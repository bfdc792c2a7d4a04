package licet.ingest.card;

import java.util.Locale;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;

/** Tells the name of this model from the names of its siblings in running text. */
final class OwnName {
    private final RepoId id;
    private final Pattern name;
    private final Pattern sibling;

    OwnName(RepoId id) {
        this.id = id;
        this.name = Pattern.compile("(?i)(?<![\\w.\\-])" + Pattern.quote(id.name()) + "(?![\\w\\-]|\\.\\w)");
        this.sibling = Pattern.compile("(?i)(?<![\\w.\\-])" + Pattern.quote(stem(id.name())) + "[\\w.\\-]*-[\\w.\\-]+");
    }

    boolean is(RepoId other) {
        return other.value().equalsIgnoreCase(id.value());
    }

    /** A copy under another owner. */
    boolean hasSameName(RepoId other) {
        return other.name().equalsIgnoreCase(id.name());
    }

    boolean isIn(String text) {
        return name.matcher(text).find();
    }

    /** Another model whose name begins like this one's. */
    boolean siblingIn(String text) {
        return sibling.matcher(text).results().anyMatch(m -> !isIn(m.group()));
    }

    /** The first two parts of a name: siblings share them, as in {@code Some-Model-7B} and {@code Some-Model-70B}. */
    private static String stem(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("[-_]", -1);
        return parts.length < 3 ? parts[0] : name.substring(0, parts[0].length() + 1 + parts[1].length());
    }
}
