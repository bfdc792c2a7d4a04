package licet.web.check;

import java.util.function.Function;

/** How a report is written down. */
public enum ReportFormat {
    TEXT(TextReport::write),
    JSON(JsonReport::write),
    SARIF(SarifReport::write),
    JUNIT(JUnitReport::write),
    MARKDOWN(MarkdownReport::write);

    private final Function<Report, String> writer;

    ReportFormat(Function<Report, String> writer) {
        this.writer = writer;
    }

    public String write(Report report) {
        return writer.apply(report);
    }
}
