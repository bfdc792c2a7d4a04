package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.clearing.Clearing;
import licet.registry.clearing.ClearingCases;
import licet.registry.clearing.Concluded;
import licet.registry.clearing.QuestionKind;
import licet.registry.clearing.WaitingCase;
import licet.registry.decision.ClearingPreview;
import licet.registry.decision.PaperPreview;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Relation;
import licet.web.clearing.CaseForm;
import licet.web.clearing.CaseView;
import licet.web.clearing.QueueView;
import licet.web.layout.FormProblem;

/** Invented cases in the shape of real ones. */
final class ClearingSamples {
    private static final Instant DAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final UUID ID = new UUID(1, 2);
    private static final String MODEL = "acme/" + Samples.SCRIPT.replace("/", "");
    private static final CaseForm EMPTY = new CaseForm(null, null, null, null, null, null, null, null, null);

    private ClearingSamples() {}

    private static Clearing clearing(Concluded concluded, Clearing.State state) {
        var step = new Clearing.Step(ID, Samples.SCRIPT, DAY, Samples.SCRIPT);
        boolean confirmed = state == Clearing.State.CONFIRMED || state == Clearing.State.REVOKED;
        return new Clearing(
                ID,
                concluded,
                new Clearing.About(QuestionKind.UNDECLARED, Samples.HASH, MODEL, "r", List.of(Samples.SCRIPT)),
                Samples.SCRIPT,
                step,
                state,
                confirmed ? Optional.of(step) : Optional.empty(),
                state == Clearing.State.REVOKED ? Optional.of(step) : Optional.empty(),
                3);
    }

    private static Concluded origins() {
        return new Concluded.Lineage(
                List.of(new Concluded.Origin(new ModelId("acme/base"), Relation.FINETUNE, Optional.of("abc"))),
                Set.of(Samples.SCRIPT));
    }

    static Clearing confirmed() {
        return clearing(origins(), Clearing.State.CONFIRMED);
    }

    private static Concluded license() {
        return new Concluded.License(Map.of(Artifact.WEIGHTS, new LicenseKey("mit")));
    }

    static QueueView queue(boolean full) {
        var waiting = new WaitingCase(
                QuestionKind.NEAR_MISS, Samples.HASH, Samples.SCRIPT, 12, 3, Optional.of(ID.toString()));
        return new QueueView(
                List.of(new QueueView.Kind("all", 300, true), new QueueView.Kind("near-miss", 300, false)),
                full ? List.of(waiting) : List.of(),
                full ? Optional.of("/clearings?cursor=abc") : Optional.empty(),
                full ? List.of(clearing(origins(), Clearing.State.PROPOSED)) : List.of(),
                full ? List.of(clearing(license(), Clearing.State.REVOKED)) : List.of());
    }

    private static CaseView page(
            String kind, String answer, CaseView.Desk desk, List<Clearing> history, List<FormProblem> problems) {
        var acting = clearing(origins(), Clearing.State.CONFIRMED);
        return new CaseView(
                kind,
                answer,
                Samples.HASH,
                true,
                Optional.of(Samples.SCRIPT),
                answer.equals("license") ? Set.of(Artifact.WEIGHTS, Artifact.TOKENIZER) : Set.of(),
                2,
                List.of("acme/one", "acme/two"),
                1,
                List.of(new CaseView.Said(
                        "origin-statement", Samples.SCRIPT, "README.md:20", Optional.of("/models/acme/one/card"))),
                Optional.of(new Identification.NearMiss(
                        new LicenseKey("mit"), 0.97, List.of(Samples.SCRIPT), List.of("2"))),
                history,
                List.of(new ClearingCases.Changed(acting, List.of(Samples.SCRIPT), List.of(Samples.SCRIPT))),
                desk,
                EMPTY,
                Optional.of(new ClearingPreview(
                        2_000,
                        300,
                        List.of(new PaperPreview.Change(
                                "tool", Samples.SCRIPT, "NEEDS", "ALLOW", 2, List.of("acme/one", "acme/two"))))),
                problems);
    }

    private static CaseView.Desk desk(boolean may, boolean proposes, Optional<Clearing> waiting, boolean own) {
        return new CaseView.Desk(
                may ? Optional.of("a-token") : Optional.empty(),
                proposes,
                waiting,
                own,
                Optional.empty(),
                List.of(new CaseView.License("mit", "MIT")),
                List.of("finetune", "quantized"));
    }

    static CaseView origin() {
        var desk = desk(true, true, Optional.empty(), false);
        return page("undeclared", "lineage", desk, List.of(clearing(origins(), Clearing.State.REVOKED)), List.of());
    }

    static CaseView wrong() {
        var desk = desk(true, true, Optional.empty(), false);
        var problems = List.of(
                new FormProblem("license", "Choose one."),
                new FormProblem("weights", Samples.SCRIPT),
                new FormProblem("reasons", "Say why."));
        return page("near-miss", "license", desk, List.of(), problems);
    }

    static CaseView waiting() {
        var proposal = clearing(license(), Clearing.State.PROPOSED);
        return page(
                "conflicting",
                "license",
                desk(true, false, Optional.of(proposal), false),
                List.of(proposal),
                List.of());
    }

    static CaseView onlooker() {
        return page("relaxed-base", "terms", desk(false, false, Optional.empty(), false), List.of(), List.of());
    }
}
