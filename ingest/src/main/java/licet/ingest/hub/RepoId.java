package licet.ingest.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a Hub repository: {@code owner/name}, or one segment for the oldest models. */
public record RepoId(String value) implements Comparable<RepoId> {
    private static final Pattern SHAPE = Pattern.compile("(\\w([\\w\\-.]{0,94}\\w)?/)?\\w([\\w\\-.]{0,94}\\w)?");

    public RepoId {
        if (!SHAPE.matcher(value).matches() || value.contains("--") || value.contains("..") || value.endsWith(".git")) {
            throw new IllegalArgumentException(
                    "repository id '%s' is not valid: write owner/name with letters, digits, '-', '_' and '.', at most 96 each"
                            .formatted(shown(value)));
        }
    }

    public static RepoId parse(String text) {
        return new RepoId(text.strip());
    }

    /** Empty where the text is not the id of a repository, for example a local path on a card. */
    public static Optional<RepoId> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Optional<String> owner() {
        int slash = value.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(value.substring(0, slash));
    }

    public String name() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(RepoId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String shown(String value) {
        return value.length() <= 120 ? value : value.substring(0, 120) + "…";
    }
}
