package licet.ingest.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.ingest.local.ListEntries.Cell;

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
            List<Cell> cells = cells(number, line);
            if (!first || !HEADINGS.contains(cells.getFirst().text().toLowerCase(Locale.ROOT))) {
                add(number, cells, into);
            }
            first = false;
        }
    }

    private static void add(int line, List<Cell> cells, ListEntries into) {
        Optional<Cell> more =
                cells.stream().skip(2).filter(cell -> !cell.text().isEmpty()).findFirst();
        if (more.isPresent()) {
            into.refuse(more.get(), "", "write a model and at most a revision, separated by a comma");
        } else {
            into.add(cells.getFirst(), cells.size() > 1 ? cells.get(1) : Cell.missing(line));
        }
    }

    private static List<Cell> cells(int number, String line) {
        List<Cell> cells = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(line);
        int start = 0;
        while (separator.find()) {
            cells.add(new Cell(number, start + 1, bare(line.substring(start, separator.start()))));
            start = separator.end();
        }
        cells.add(new Cell(number, start + 1, bare(line.substring(start))));
        return cells;
    }

    private static String bare(String cell) {
        String bare = cell.strip();
        boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1).strip() : bare;
    }
}
