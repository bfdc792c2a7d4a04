package licet.web.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One way in which repositories name models.
 *
 * @param files names and endings of the files that are looked at; {@code *} is every file
 * @param regex its first group is the model; the group {@code revision} is optional
 */
record ScanPattern(String id, List<String> files, Pattern regex, boolean hasRevision) {
    /** Taken whole or not at all: the beginning of a longer name is another model. */
    private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9]|[._-](?=[A-Za-z0-9_])){0,95}+"
            + "/[A-Za-z0-9_](?:[A-Za-z0-9_]|[.-](?=[A-Za-z0-9_])|--){0,95}+";

    private static final String ALONE = NAME + "(?![\\w/])";
    private static final String QUOTE = "(?:\\\\\\\\?[\"']|[\"'])";

    static ScanPattern of(String id, List<String> files, String written) {
        var regex = Pattern.compile(
                written.replace("MODEL...", NAME).replace("MODEL)", ALONE + ")").replace("QUOTE", QUOTE),
                Pattern.MULTILINE);
        return new ScanPattern(id, List.copyOf(files), regex, written.contains("(?<revision>"));
    }

    boolean looksAt(String fileName) {
        return files.stream()
                .anyMatch(each -> each.equals("*") || fileName.endsWith(each) || fileName.startsWith(each + "."));
    }
}
