package licet.web.check;

import java.util.ArrayList;
import java.util.List;
import licet.rules.explain.VerdictDocument;

/** Every reason of an answer with its clause and its evidence, and what would change the answer. */
public final class Explanation {
    private Explanation() {}

    public static String write(Checked checked) {
        var lines = new ArrayList<String>();
        lines.add(checked.outcome().word() + "  " + checked.reference().text());
        lines.add(checked.sentence());
        checked.verdict().ifPresent(verdict -> lines.addAll(lines(verdict)));
        checked.page().ifPresent(lines::add);
        return String.join("\n", lines.stream().map(TextReport::plain).toList()) + "\n";
    }

    private static List<String> lines(VerdictDocument verdict) {
        var lines = new ArrayList<String>();
        lines.add(verdict.paragraph());
        verdict.reasons().forEach(reason -> lines.addAll(reason(reason)));
        if (!verdict.obligations().isEmpty()) {
            lines.add("");
            verdict.obligations().forEach(duty -> lines.add("- " + CheckTexts.get("duties", duty.text())));
        }
        if (!verdict.flips().isEmpty()) {
            lines.add("");
            verdict.flips()
                    .forEach(flip -> lines.add("- "
                            + CheckTexts.get(
                                    "flip",
                                    flip.verdict(),
                                    String.join(
                                            "; ",
                                            flip.steps().stream()
                                                    .map(VerdictDocument.Step::text)
                                                    .toList()))));
        }
        verdict.validUntil().ifPresent(until -> lines.add(CheckTexts.get("until", until.toString())));
        return lines;
    }

    private static List<String> reason(VerdictDocument.Reason reason) {
        var lines = new ArrayList<>(List.of("", reason.effect() + "  " + reason.id(), "  " + reason.text()));
        reason.clause().ifPresent(clause -> lines.add("  " + clause.title() + ", " + clause.section()));
        reason.rule().ifPresent(rule -> lines.add("  " + rule.policy() + "/" + rule.version() + " " + rule.rule()));
        reason.evidence()
                .forEach(source -> lines.add("  " + source.model() + "@" + source.revision() + " " + source.file()));
        reason.remedy().ifPresent(remedy -> lines.add("  " + remedy));
        return lines;
    }
}
