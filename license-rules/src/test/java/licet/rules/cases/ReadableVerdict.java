package licet.rules.cases;

import java.util.stream.Collectors;
import licet.rules.explain.VerdictDocument;

/** A verdict as a failing case shows it. */
final class ReadableVerdict {
    private ReadableVerdict() {}

    static String of(VerdictDocument document) {
        var text = new StringBuilder();
        text.append(document.verdict()).append(": ").append(document.sentence()).append('\n');
        document.reasons()
                .forEach(reason -> text.append("  %-6s %s%s  (%s)%n      %s%n"
                        .formatted(
                                reason.effect(),
                                reason.id(),
                                reason.whose().map(whose -> " [" + whose + "]").orElse(""),
                                String.join(" > ", reason.path()),
                                reason.text())));
        document.obligations().forEach(duty -> text.append("  DUTY   ").append(line(duty)));
        document.conditionalObligations()
                .forEach(duty -> text.append("  IF     ").append(line(duty)));
        document.questions()
                .forEach(asked -> text.append("  ASKED  %s  %s  (for %s)%n"
                        .formatted(asked.id(), asked.text(), String.join(", ", asked.reasons()))));
        text.append("  valid until ")
                .append(document.validUntil().map(Object::toString).orElse("none"))
                .append('\n');
        text.append(
                document.changes().stream().map(change -> "  change: " + change).collect(Collectors.joining("\n")));
        return text.toString();
    }

    private static String line(VerdictDocument.Duty duty) {
        return "%s  %s%s%s%n"
                .formatted(
                        duty.id(),
                        duty.text(),
                        duty.display().map(display -> " '" + display + "'").orElse(""),
                        duty.condition()
                                .map(condition -> " (" + condition + ")")
                                .orElse(""));
    }
}
