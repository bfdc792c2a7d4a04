package licet.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.registry.policy.FlipPreview;
import licet.registry.policy.LineDiff;
import licet.registry.policy.PolicyDocument;
import licet.registry.policy.PolicyText;
import licet.registry.policy.PolicyVersion;
import licet.registry.policy.ReadyPolicies;
import licet.web.layout.FormProblem;
import licet.web.policy.PoliciesView;
import licet.web.policy.PolicyEditView;
import licet.web.policy.PolicyView;

/** Invented policies in the shape of real ones. */
final class PolicySamples {
    private static final Instant DAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final PolicyDocument.TestLine TEST =
            new PolicyDocument.TestLine("a test", 9, "failed", List.of("model.scan: clean"), List.of("no-scan"));

    private PolicySamples() {}

    private static PolicyVersion version(int number, PolicyVersion.State state) {
        return new PolicyVersion(
                "house",
                number,
                Samples.SCRIPT,
                state,
                Samples.HASH,
                DAY,
                Optional.of("ada"),
                Optional.empty(),
                "Because.",
                state == PolicyVersion.State.ACTIVE
                        ? Optional.of(new PolicyVersion.Activation(DAY, Optional.empty(), ""))
                        : Optional.empty());
    }

    static PoliciesView list() {
        var active = version(1, PolicyVersion.State.ACTIVE);
        var draft = version(2, PolicyVersion.State.DRAFT);
        return new PoliciesView(
                Optional.of(active),
                List.of(draft),
                List.of(draft, active),
                List.of(new ReadyPolicies.Ready("house", "House rules", "")),
                true);
    }

    private static FlipPreview preview() {
        var group = new FlipPreview.Group(
                "eu", "Internal tool", "ALLOW", "DENY", 12, List.of("a/b"), List.of("policy/house/x"), List.of("a/b"));
        return new FlipPreview("house/1", LocalDate.of(2026, 11, 2), 4, 7, List.of(group), List.of(group));
    }

    static PolicyView draft() {
        var rule = new PolicyDocument.RuleLine(
                "no-scan",
                2,
                "security-scan",
                "model.scan == 'flagged'",
                "The model’s scan is “flagged”",
                "deny",
                List.of(),
                Optional.of(new PolicyDocument.WaiverLine(Optional.of(30), List.of("pilot"))),
                Samples.SCRIPT,
                List.of("model.scan"));
        var document = new PolicyDocument(
                PolicyDocument.SCHEMA,
                version(2, PolicyVersion.State.DRAFT),
                "schema: 1\nrules: []\n",
                92,
                List.of("eu-ai-act"),
                List.of(rule),
                List.of(TEST),
                List.of(),
                Optional.of(new PolicyDocument.Comparison(
                        "house/1",
                        List.of(
                                new LineDiff.Line("gap", 0, ""),
                                new LineDiff.Line("gone", 2, "old"),
                                new LineDiff.Line("added", 2, "rules: []")))));
        return new PolicyView(
                document,
                List.of(version(2, PolicyVersion.State.DRAFT), version(1, PolicyVersion.State.ACTIVE)),
                document.source().lines().toList(),
                Optional.of(preview()),
                new PolicyView.Desk(Optional.of("token"), true, true, false, true, "house/1", Samples.SCRIPT),
                List.of(new FormProblem("reason", "Say why.")));
    }

    /** What a reader sees of a version that is in force. */
    static PolicyView inForce() {
        var document = new PolicyDocument(
                PolicyDocument.SCHEMA,
                version(1, PolicyVersion.State.ACTIVE),
                "schema: 1\n",
                92,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new PolicyView(
                document,
                List.of(document.head()),
                List.of("schema: 1"),
                Optional.empty(),
                new PolicyView.Desk(Optional.empty(), false, false, false, false, "house/1", ""),
                List.of());
    }

    static PolicyEditView begin() {
        return new PolicyEditView("", "", "house/1", List.of(), List.of(), Optional.empty(), "token", List.of());
    }

    static PolicyEditView edit() {
        return new PolicyEditView(
                "schema: 1\n" + Samples.SCRIPT,
                "",
                "house/1",
                List.of(new PolicyText.Flaw(2, 1, Samples.SCRIPT)),
                List.of(TEST),
                Optional.of(preview()),
                "token",
                List.of(new FormProblem("source", "One thing is wrong."), new FormProblem("reason", "Say why.")));
    }
}
