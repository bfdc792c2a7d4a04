package licet.web.check;

import java.util.ArrayList;
import java.util.List;

/** For people at a terminal. */
final class TextReport {
    private static final int WIDEST_WORD = 9;

    private TextReport() {}

    static String write(Report report) {
        var lines = new ArrayList<String>();
        report.all().forEach(checked -> lines.addAll(lines(checked)));
        lines.add(report.all().isEmpty() ? CheckTexts.get("nothing") : summary(report));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(Checked checked) {
        var lines = new ArrayList<String>();
        String place = checked.reference().place().map(at -> "  (" + at + ")").orElse("");
        lines.add(padded(checked.outcome().word()) + plain(checked.reference().text()) + place);
        lines.add(padded("") + plain(checked.sentence()));
        checked.verdict().ifPresent(verdict -> {
            verdict.validUntil().ifPresent(until -> lines.add(padded("") + CheckTexts.get("until", until.toString())));
            verdict.obligations().forEach(duty -> lines.add(padded("") + CheckTexts.get("duties", plain(duty.text()))));
        });
        return lines;
    }

    static String summary(Report report) {
        return CheckTexts.get(
                "summary",
                report.count(Outcome.PERMITTED),
                report.all().size(),
                report.deployment(),
                report.count(Outcome.DENIED),
                report.count(Outcome.NEEDS),
                report.count(Outcome.FAILED));
    }

    private static String padded(String word) {
        return word + " ".repeat(WIDEST_WORD + 2 - word.length());
    }

    /** Names come from files of strangers: nothing in them may steer a terminal. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
