package licet.registry.platform;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of a spreadsheet, after RFC 4180. */
public final class Csv {
    private Csv() {}

    public static String line(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Strangers choose names, and a spreadsheet computes what begins like a formula: an apostrophe keeps it a text. */
    public static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
        String defused = formula ? "'" + value : value;
        boolean plain = defused.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? defused : "\"" + defused.replace("\"", "\"\"") + "\"";
    }
}
