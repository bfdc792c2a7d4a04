package licet.registry.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.platform.Csv;

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
        return Csv.line(Stream.concat(COLUMNS.stream(), deployments.stream().map(key -> "verdict " + key)));
    }

    String line(ModelPage.Row row) {
        return Csv.line(Stream.concat(
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
}
