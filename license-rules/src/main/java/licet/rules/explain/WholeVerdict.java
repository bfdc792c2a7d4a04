package licet.rules.explain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Verdict;

/** The verdict as a whole, for a lawyer: what it was made from, what it rests on and how long it stands. */
final class WholeVerdict {
    private final Messages messages;
    private final DateTimeFormatter moment;

    WholeVerdict(Messages messages, Locale locale) {
        this.messages = messages;
        this.moment =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", locale).withZone(ZoneOffset.UTC);
    }

    String paragraph(Verdict verdict, Explainer.Context context) {
        var inputs = context.inputs();
        return String.join(
                " ",
                messages.get(
                        "law.whole.made",
                        moment.format(verdict.evaluatedAt()),
                        String.valueOf(inputs.deploymentVersion()),
                        String.valueOf(inputs.organizationVersion()),
                        inputs.policy(),
                        String.valueOf(inputs.policyVersion())),
                messages.get(
                        "law.whole.rests",
                        count(verdict, Finding.Violated.class),
                        count(verdict, Finding.Needs.class),
                        count(verdict, Finding.Waived.class),
                        count(verdict, Finding.Satisfied.class)),
                messages.get("law.whole.duties", duties(verdict, false), duties(verdict, true)),
                verdict.validUntil().map(this::until).orElseGet(() -> messages.get("law.whole.undated")));
    }

    private String until(Instant instant) {
        return messages.get("law.whole.until", moment.format(instant));
    }

    private static int count(Verdict verdict, Class<? extends Finding> kind) {
        return (int) findings(verdict).stream().filter(kind::isInstance).count();
    }

    private static int duties(Verdict verdict, boolean conditional) {
        return (int) findings(verdict).stream()
                .filter(finding -> finding instanceof Finding.Obliges obliges
                        && obliges.questions().isEmpty() != conditional)
                .count();
    }

    private static List<Finding> findings(Verdict verdict) {
        return verdict.findings().stream().map(Verdict.Cited::finding).toList();
    }
}
