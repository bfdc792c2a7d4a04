package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.audit.AuditPart;
import licet.registry.platform.audit.AuditVerification;
import licet.registry.platform.audit.Head;
import licet.registry.platform.audit.HeadMark;
import licet.web.audit.AuditView;
import licet.web.audit.DetailLine;
import licet.web.audit.VerificationView;
import licet.web.layout.FormProblem;

/** Pages of the audit log. */
final class AuditSamples {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final AuditView.Form NOTHING = new AuditView.Form("", "", "", "", "", "");

    private AuditSamples() {}

    static AuditView log() {
        return view(Optional.empty(), NOTHING, List.of());
    }

    static AuditView history() {
        return view(
                Optional.of(new AuditView.ObjectShown("deployment", "x", Optional.of("/deployments/x"))),
                new AuditView.Form("", "", "deployment", "x", "", ""),
                List.of());
    }

    static AuditView refused() {
        return new AuditView(
                Optional.empty(),
                new AuditView.Form("", "", "", "", "soon", ""),
                List.of(),
                Optional.empty(),
                "/audit/entries.jsonl",
                List.of(new FormProblem("from", "Write a day.")));
    }

    static VerificationView broken() {
        return new VerificationView(
                part(Optional.of(new AuditVerification.Rewritten(3, AT))),
                Optional.of("audit-heads"),
                1,
                Optional.of(new HeadMark(3, "ab".repeat(32), AT)));
    }

    static VerificationView underWay() {
        return new VerificationView(part(Optional.empty()), Optional.empty(), 0, Optional.empty());
    }

    private static AuditPart part(Optional<AuditVerification> ended) {
        return new AuditPart(1, new Head(2, new byte[32]), new Head(9, new byte[32]), ended);
    }

    private static AuditView view(
            Optional<AuditView.ObjectShown> object, AuditView.Form form, List<FormProblem> problems) {
        var detail = List.of(
                new DetailLine("version", Optional.of("1"), "2"),
                new DetailLine("digest", Optional.empty(), "<b>a</b>"));
        var row = new AuditView.Row(
                7,
                AT,
                "Ada Admin",
                "host",
                "deployment.save",
                new AuditView.ObjectShown("deployment", "x", Optional.of("/deployments/x")),
                "/audit?kind=deployment&id=x",
                detail,
                Optional.of("<script>why</script>"),
                "ab".repeat(32));
        return new AuditView(
                object, form, List.of(row), Optional.of("/audit?cursor=a"), "/audit/entries.jsonl", problems);
    }
}
