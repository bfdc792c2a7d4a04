package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.cases.CaseWorld;
import licet.rules.change.Change;
import licet.rules.change.Flips;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.license.Act;
import licet.rules.license.Citation;
import licet.rules.license.Field;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Every kind of change as a person reads it. */
class FlipWordingTest {
    private static final LicenseKey LLAMA = new LicenseKey("llama-3.3-community");
    private static final Subject CAP = new Subject.OfClause(
            "self", Artifact.WEIGHTS, LLAMA, "monthly-users-cap", new Citation(LLAMA.value(), "2"));
    private static final Subject GRANT =
            new Subject.OfGrant("self", Artifact.WEIGHTS, LLAMA, Act.SUBLICENSE, new Citation(LLAMA.value(), "1.a"));

    private static List<String> texts(Change... changes) {
        var messages = Messages.of(Locale.ENGLISH);
        var findings = new ArrayList<Verdict.Cited>();
        for (var subject : List.of(CAP, GRANT)) {
            findings.add(new Verdict.Cited(
                    new Finding.Violated(
                            subject, Finding.Because.of("test"), Finding.Whose.OURS, Finding.Remedy.AGREEMENT),
                    List.of(),
                    List.of()));
        }
        var verdict = new Verdict(Answer.DENY, findings, new TreeSet<>(), Instant.EPOCH, Optional.empty());
        var wording = new FlipWording(
                messages, new Citations(CaseWorld.KNOWLEDGE.licenses(), messages), Locale.ENGLISH, verdict);
        return wording
                .of(new Flips(List.of(new Flips.Flip(List.of(changes), Answer.ALLOW)), true))
                .getFirst()
                .steps()
                .stream()
                .map(VerdictDocument.Step::text)
                .toList();
    }

    @Test
    void changes_of_design_say_what_to_do() {
        assertThat(texts(
                        new Change.DropAct(Act.HOST_FOR_THIRD_PARTIES),
                        new Change.OnlyEvaluate(),
                        new Change.OtherStage(Deployment.Stage.PILOT),
                        new Change.OtherChannel(Deployment.Channel.LICENSOR_PARTNER),
                        new Change.KeepInside(),
                        new Change.NotCommercial(),
                        new Change.LeaveFields(Set.of(Field.WEAPONS, Field.MILITARY)),
                        new Change.TrainOnly(Deployment.OutputsTrain.OTHER_MODEL),
                        new Change.LeavePlaces(false, Set.of(new Country("KR"))),
                        new Change.LeavePlaces(true, Set.of(new Country("DE"), new Country("FR"))),
                        new Change.ServeIn(new Country("US")),
                        new Change.PlannedName("Llama-acme")))
                .containsExactly(
                        "Change the design: do not host it for third parties.",
                        "Change the design: only evaluate the model, without using it otherwise.",
                        "Change the design: keep the deployment in the pilot stage.",
                        "Change the design: get the model through the licensor's own service or its certified partner.",
                        "Change the design: let neither the model nor its outputs reach anybody outside the organization.",
                        "Change the design: make the use a non-commercial one.",
                        "Change the design: do not use the model for military use, weapons.",
                        "Change the design: let the outputs train only models that generate nothing.",
                        "Change the design: do not use the model in South Korea.",
                        "Change the design: do not use the outputs in Germany, France.",
                        "Change the design: run the model in United States.",
                        "Call the model made from this one “Llama-acme”.");
    }

    @Test
    void instruments_name_what_they_cover() {
        assertThat(texts(new Change.Paper(Instrument.Kind.AGREEMENT, new TreeSet<>(Set.of(CAP.id(), GRANT.id())))))
                .containsExactly(
                        "Sign an agreement with the licensor that covers the act “sublicense it” under Llama 3.3"
                                + " Community License Agreement and section 2 of Llama 3.3 Community License Agreement.");
        for (var kind : Instrument.Kind.values()) {
            assertThat(texts(new Change.Paper(kind, new TreeSet<>(Set.of(CAP.id()))))
                            .getFirst())
                    .contains("section 2 of Llama 3.3 Community License Agreement");
        }
    }

    @Test
    void documents_and_other_models_say_what_the_answer_assumes() {
        assertThat(texts(
                        new Change.Settle("self", Profile.State.UNREAD, LLAMA),
                        new Change.Settle("self", Profile.State.CONFLICTING, LLAMA),
                        new Change.Settle("self", Profile.State.UNRECOGNIZED, LLAMA),
                        new Change.ShowTextOnly("self"),
                        new Change.Instead(new ModelId("sample-lab/model"), "2", true),
                        new Change.Instead(new ModelId("sample-lab/other"), "3", false)))
                .containsExactly(
                        "Let Licet read the missing evidence; the answer assumes that it confirms “Llama 3.3 Community"
                                + " License Agreement”.",
                        "Have two people clear the conflict; the answer assumes that “Llama 3.3 Community License"
                                + " Agreement” governs.",
                        "Have two people clear the license; the answer assumes that it is “Llama 3.3 Community License"
                                + " Agreement”.",
                        "Supply evidence that the model handles text only.",
                        "Use sample-lab/model at revision 2 instead.",
                        "Use sample-lab/other (revision 3) instead.");
    }
}
