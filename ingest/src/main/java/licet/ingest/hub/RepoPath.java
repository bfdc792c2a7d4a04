package licet.ingest.hub;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path of a file inside a repository. Names come from strangers: whatever could leave the repository is refused. */
public record RepoPath(List<String> segments) implements Comparable<RepoPath> {
    private static final Pattern HOSTILE = Pattern.compile("\\p{Cntrl}|\\\\|^[A-Za-z]:");
    private static final int MAX_LENGTH = 1024;

    public RepoPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.stream().anyMatch(RepoPath::isUnsafe)) {
            throw new IllegalArgumentException(
                    "file path '%s' is not valid: write a relative path without '.', '..', backslash or drive"
                            .formatted(String.join("/", segments)));
        }
    }

    /** Empty segments are dropped, as the Hub does: {@code /a//b/} is {@code a/b}. */
    public static RepoPath parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "file path of %d characters is longer than %d".formatted(text.length(), MAX_LENGTH));
        }
        return new RepoPath(
                Arrays.stream(text.split("/")).filter(s -> !s.isEmpty()).toList());
    }

    public static Optional<RepoPath> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String name() {
        return segments.getLast();
    }

    public int depth() {
        return segments.size();
    }

    String encoded() {
        return segments.stream().map(PercentEncoding::segment).collect(Collectors.joining("/"));
    }

    @Override
    public int compareTo(RepoPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }

    private static boolean isUnsafe(String segment) {
        return segment.isEmpty()
                || segment.equals(".")
                || segment.equals("..")
                || HOSTILE.matcher(segment).find();
    }
}
