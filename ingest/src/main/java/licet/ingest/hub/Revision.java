package licet.ingest.hub;

import java.util.regex.Pattern;

/** A branch, a tag, a ref or a commit of a repository. */
public record Revision(String value) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern FORBIDDEN = Pattern.compile("\\p{Cntrl}|\\\\|\\.\\.|^\\.$|^/|/$|//");

    /** Declared after the patterns, which the constructor needs. */
    public static final Revision MAIN = new Revision("main");

    public Revision {
        if (value.isBlank() || value.length() > 255 || FORBIDDEN.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "revision '%s' is not valid: write a branch, a tag or a commit sha".formatted(value));
        }
    }

    public static Revision parse(String text) {
        return new Revision(text.strip());
    }

    /** True for a full commit sha, the only form that does not move. */
    public boolean isCommit() {
        return COMMIT.matcher(value).matches();
    }

    String encoded() {
        return PercentEncoding.strict(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
