package licet.registry.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Models as lines of a spreadsheet. */
record ModelCsv(List<String> deployments) {
    private static final List<String> COLUMNS = List.of(
            "model",
            "revision",
            "developer",
            "country",
            "license",
            "identification",
            "lineage",
            "modality",
            "parameters",
            "released",
            "gated",
            "tier",
            "downloads",
            "likes");

    ModelCsv {
        deployments = List.copyOf(deployments);
    }

    String head() {
        return line(Stream.concat(COLUMNS.stream(), deployments.stream().map(key -> "verdict " + key)));
    }

    String line(ModelPage.Row row) {
        return line(Stream.concat(
                Stream.of(
                        row.model(),
                        text(row.revision()),
                        text(row.developer()),
                        text(row.country()),
                        text(row.license()),
                        row.identification(),
                        row.lineage(),
                        text(row.modality()),
                        text(row.parameters()),
                        text(row.released()),
                        text(row.gated()),
                        row.tier(),
                        text(row.downloads()),
                        text(row.likes())),
                deployments.stream().map(key -> row.verdicts().getOrDefault(key, "NEEDS"))));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String line(Stream<String> cells) {
        return cells.map(ModelCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Strangers choose names, and a spreadsheet computes what begins like a formula: an apostrophe keeps it a text. */
    static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
        String defused = formula ? "'" + value : value;
        boolean plain = defused.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? defused : "\"" + defused.replace("\"", "\"\"") + "\"";
    }
}
