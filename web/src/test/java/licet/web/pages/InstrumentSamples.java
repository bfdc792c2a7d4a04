package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.decision.PaperPreview;
import licet.registry.instrument.Paper;
import licet.registry.instrument.PaperContent;
import licet.registry.instrument.PaperKind;
import licet.rules.facts.EntityKey;
import licet.rules.verdict.Reach;
import licet.web.instrument.PaperForm;
import licet.web.instrument.PaperFormView;
import licet.web.instrument.PaperView;
import licet.web.instrument.PapersView;
import licet.web.layout.FormProblem;

/** Papers as the pages show them. */
final class InstrumentSamples {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-06-30T00:00:00Z");
    private static final List<String> KINDS = List.of("agreement", "acceptance", "legal-position");
    private static final List<String> STATES = List.of("pending", "acting", "expired", "revoked");

    private InstrumentSamples() {}

    static PapersView list() {
        var ending = new PapersView.Row(
                3,
                "legal-position",
                "acting",
                "Reading of <use>",
                "Counsel",
                List.of("llama-3.3-community/grant/use"),
                List.of("a/b"),
                Optional.of(UNTIL));
        var lasting = new PapersView.Row(
                4, "agreement", "revoked", "License", "Licensor", List.of("x/y"), List.of(), Optional.empty());
        return new PapersView(
                List.of(
                        new PapersView.InYear("May 2027", 0, Optional.empty()),
                        new PapersView.InYear("Jun 2027", 1, Optional.of("ends-2027-06")),
                        new PapersView.InYear("Jul 2027", 2, Optional.empty())),
                List.of(
                        new PapersView.Month("ends-2027-06", "June 2027", List.of(ending)),
                        new PapersView.Month("ends-never", "", List.of(lasting))),
                KINDS,
                STATES,
                "agreement",
                "",
                true,
                Optional.of(4L));
    }

    static PapersView nothing() {
        return new PapersView(List.of(), List.of(), KINDS, STATES, "", "", false, Optional.empty());
    }

    static PaperView one() {
        var content = new PaperContent(
                PaperKind.AGREEMENT,
                "License of a year",
                "Licensor",
                "What was agreed",
                Optional.of("llama-3.3-community"),
                Optional.of("a".repeat(64)),
                new TreeSet<>(Set.of("llama-3.3-community/grant/use")),
                new Reach(Set.of(), Set.of(new EntityKey("ours")), Set.of(), Set.of(), Set.of(), Set.of()),
                FROM,
                Optional.of(UNTIL));
        var person = new UUID(0, 1);
        var paper = new Paper(
                12,
                content,
                Optional.of(new Paper.Document("signed.pdf", "application/pdf", "b".repeat(64))),
                Optional.of(3L),
                FROM,
                person,
                Optional.of(new Paper.Revocation(UNTIL, person, "ended early")));
        return new PaperView(
                paper,
                "revoked",
                List.of(new PaperView.Line("lifts", List.of("llama-3.3-community/grant/use"))),
                true,
                Optional.of("for counsel"),
                Optional.of("token"),
                List.of(new FormProblem("reason", "write 1 to 4000 characters")));
    }

    static PaperFormView form() {
        var form = new PaperForm(
                "acceptance", "Terms", "", "", "", "", "policy/a/b", "ours", "", "", "", "", "", "2027-06-30", "");
        var change = new PaperPreview.Change("d", "Some <use>", "DENY", "ALLOW", 2, List.of("a/b", "a/c"));
        var preview = new PaperPreview(FROM, 2, false, List.of(change));
        return new PaperFormView(
                "token",
                form,
                KINDS,
                Optional.of(preview),
                true,
                List.of(new FormProblem("party", "write 1 to 200 characters")));
    }
}
