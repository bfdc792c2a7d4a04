package licet.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.instrument.Paper;
import licet.registry.waiver.Waiver;
import licet.registry.waiver.WaiverState;
import licet.web.layout.FormProblem;
import licet.web.waiver.WaiverForm;
import licet.web.waiver.WaiverFormView;
import licet.web.waiver.WaiverView;
import licet.web.waiver.WaiversView;

/** Waivers as the pages show them. */
final class WaiverSamples {
    private static final UUID ID = new UUID(0, 87);
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-12T00:00:00Z");
    private static final String TEXT = "a".repeat(64);
    private static final List<String> STATES =
            Stream.of(WaiverState.values()).map(WaiverState::word).toList();

    private WaiverSamples() {}

    static Waiver proposed() {
        return waiver(WaiverState.PROPOSED, true, Optional.empty(), Optional.empty());
    }

    private static Waiver waiver(
            WaiverState state, boolean everyModel, Optional<Waiver.Step> decided, Optional<Waiver.End> ended) {
        return new Waiver(
                ID,
                "waiver:" + ID,
                state,
                new Waiver.Rule(
                        "policy/house/no-flagged-files",
                        "no-flagged-files",
                        Samples.SCRIPT,
                        Optional.of(30),
                        "house",
                        3,
                        "digest"),
                new Waiver.Where("eu-internal-tool", "a/b", everyModel, new TreeSet<>(Set.of(TEXT)), "hub", 1),
                Samples.SCRIPT,
                new Waiver.Evidence(
                        Optional.of("https://tracker.example.com/scan/17"),
                        Optional.of(new Paper.Document("scan.pdf", "application/pdf", TEXT))),
                UNTIL,
                new Waiver.Step(ID, "asks", AT, ""),
                decided,
                ended);
    }

    private static Waiver ended() {
        var confirmed = new Waiver.Step(new UUID(0, 2), "approver", AT, "I looked.");
        var end = new Waiver.End(Optional.of(ID), Optional.of("asks"), UNTIL, "It was no false alarm.");
        return waiver(WaiverState.REVOKED, false, Optional.of(confirmed), Optional.of(end));
    }

    static WaiversView list() {
        return new WaiversView(
                List.of(proposed(), ended()),
                AT,
                STATES,
                List.of("eu-internal-tool"),
                "proposed",
                "eu-internal-tool",
                Optional.of("/waivers?cursor=x"));
    }

    static WaiversView none() {
        return new WaiversView(List.of(), AT, STATES, List.of(), "", "", Optional.empty());
    }

    static WaiverView waiting() {
        return new WaiverView(
                proposed(),
                WaiverState.PROPOSED,
                List.of("confirm", "reject"),
                true,
                "token",
                Samples.SCRIPT,
                List.of(new FormProblem("reason", "write 1 to 4000 characters")));
    }

    static WaiverView revoked() {
        return new WaiverView(ended(), WaiverState.REVOKED, List.of(), false, "token", "", List.of());
    }

    static WaiverFormView form() {
        var fields = Map.of(
                "model", "a/b",
                "deployment", "eu-internal-tool",
                "finding", "policy/house/no-flagged-files",
                "reach", "text",
                "evidenceLink", "http://tracker.example.com");
        return new WaiverFormView(
                "token",
                new WaiverForm(fields, Optional.empty()),
                List.of(
                        new WaiverFormView.Reason(
                                "policy/house/no-flagged-files", "no-flagged-files", Samples.SCRIPT, Optional.of(30)),
                        new WaiverFormView.Reason("policy/house/other", "other", "So it is.", Optional.empty())),
                Optional.of(LocalDate.of(2026, 12, 22)),
                true,
                Stream.of("finding", "reach", "until", "reason", "evidenceLink", "document")
                        .map(field -> new FormProblem(field, "Mend it."))
                        .toList());
    }

    static WaiverFormView nothing() {
        return new WaiverFormView(
                "token",
                new WaiverForm(Map.of("model", "a/b", "deployment", "eu-internal-tool"), Optional.empty()),
                List.of(),
                Optional.empty(),
                false,
                List.of());
    }
}
