package licet.web.check;

import java.util.ArrayList;
import java.util.List;

/** For the summaries of CI runs and comments on changes. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String write(Report report) {
        var lines = new ArrayList<String>();
        lines.add("## " + escaped(CheckTexts.get("title", report.deployment())));
        lines.add("");
        lines.add(escaped(report.all().isEmpty() ? CheckTexts.get("nothing") : TextReport.summary(report)));
        lines.add("");
        if (!report.all().isEmpty()) {
            lines.add(row(
                    CheckTexts.get("column-answer"),
                    CheckTexts.get("column-model"),
                    CheckTexts.get("column-reason"),
                    CheckTexts.get("column-place")));
            lines.add("| --- | --- | --- | --- |");
            report.all().forEach(checked -> lines.add(row(checked)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(Checked checked) {
        return row(
                checked.outcome().word(),
                checked.reference().text(),
                reasons(checked).stream().findFirst().orElse(checked.sentence()),
                checked.reference().place().map(Place::toString).orElse(""));
    }

    private static String row(String... cells) {
        var all = new ArrayList<String>();
        for (var cell : cells) {
            all.add(escaped(cell));
        }
        return "| " + String.join(" | ", all) + " |";
    }

    /** What stands against permitting, one sentence each. */
    static List<String> reasons(Checked checked) {
        return checked.verdict().stream()
                .flatMap(verdict -> verdict.reasons().stream())
                .filter(reason ->
                        reason.effect().equals("DENY") || reason.effect().equals("NEEDS"))
                .map(reason -> reason.text())
                .toList();
    }

    /** Names come from files of strangers: none of it may become markup. */
    private static String escaped(String text) {
        return TextReport.plain(text).replaceAll("([\\\\`*_{}\\[\\]<>()#|!~@])", "\\\\$1");
    }
}
