package licet.ingest.hub;

import java.util.Optional;

/** The name of a Hub repository: {@code owner/name}, or one segment for the oldest models. */
public record RepoId(String value) implements Comparable<RepoId> {
    private static final int LONGEST = 96;

    public RepoId {
        if (!isShaped(value) || value.contains("--") || value.contains("..") || value.endsWith(".git")) {
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

    private static boolean isShaped(String value) {
        int slash = value.indexOf('/');
        return (slash < 0 || isName(value, 0, slash)) && isName(value, slash + 1, value.length());
    }

    /** By hand, since a list has a name in every item and a regular expression would cost more than reading its tokens. */
    private static boolean isName(String value, int from, int to) {
        if (to - from < 1 || to - from > LONGEST || !isWord(value.charAt(from)) || !isWord(value.charAt(to - 1))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (!isWord(c) && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static String shown(String value) {
        return value.length() <= 120 ? value : value.substring(0, 120) + "…";
    }
}
