package licet.ingest.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One model a line, and after a comma or semicolon its revision. Neither can hold a comma, so quotes only stand around them. */
final class CsvModelList {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");
    private static final Set<String> HEADINGS = Set.of("id", "model", "model_id", "repo_id");

    private CsvModelList() {}

    static void read(String text, ListEntries into) {
        int number = 0;
        boolean first = true;
        for (String line : LINE_END.split(text, -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = Arrays.stream(SEPARATOR.split(line, -1))
                    .map(CsvModelList::cell)
                    .toList();
            if (!first || !HEADINGS.contains(cells.getFirst().toLowerCase(Locale.ROOT))) {
                add(number, cells, into);
            }
            first = false;
        }
    }

    private static void add(int line, List<String> cells, ListEntries into) {
        if (cells.stream().skip(2).anyMatch(cell -> !cell.isEmpty())) {
            into.refuse(line, "write a model and at most a revision, separated by a comma");
        } else {
            into.add(line, cells.getFirst(), cells.size() > 1 ? cells.get(1) : "");
        }
    }

    private static String cell(String cell) {
        String bare = cell.strip();
        boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1).strip() : bare;
    }
}
