package licet.rules.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the author of a license file says in its comments: what the vocabulary cannot say, and why an entry was read the
 * way it was.
 *
 * @param head the comment above the whole file, empty where there is none
 * @param beside comments right above an entry, by the id of the clause or the name of the act
 */
public record Remarks(String head, Map<String, String> beside) {
    private static final Pattern ENTRY = Pattern.compile("\\s*(?:- id: |)([a-z0-9][a-z0-9-]*)(?:: \\{.*|\\s*)");

    public Remarks {
        beside = Map.copyOf(beside);
    }

    /** Reads the comments of one of the shipped files; a comment belongs to the entry below it. */
    public static Remarks parse(String yaml) {
        var beside = new HashMap<String, String>();
        var head = new StringBuilder();
        var open = new StringBuilder();
        boolean above = true;
        for (String line : yaml.split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("#")) {
                append(above ? head : open, text.substring(1).strip());
            } else {
                above = false;
                var entry = ENTRY.matcher(line);
                if (!open.isEmpty() && entry.matches()) {
                    beside.put(entry.group(1), open.toString());
                }
                open.setLength(0);
            }
        }
        return new Remarks(head.toString(), beside);
    }

    private static void append(StringBuilder text, String line) {
        text.append(text.isEmpty() ? "" : " ").append(line);
    }

    public Optional<String> find(String entry) {
        return Optional.ofNullable(beside.get(entry));
    }
}
