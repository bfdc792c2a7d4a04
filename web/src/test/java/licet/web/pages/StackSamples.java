package licet.web.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.calendar.CalendarKind;
import licet.registry.dashboard.Outlook;
import licet.registry.decision.GateAnswers;
import licet.registry.release.ReleaseEvent;
import licet.registry.release.ReleaseKind;
import licet.registry.stack.Decision;
import licet.registry.stack.Filling;
import licet.registry.stack.PastFilling;
import licet.registry.stack.Renewals;
import licet.registry.stack.Review;
import licet.registry.stack.ReviewState;
import licet.registry.stack.SlotNote;
import licet.registry.stack.SlotState;
import licet.registry.stack.StackState;
import licet.rules.stack.SlotRoles;
import licet.web.dashboard.OutlookView;
import licet.web.layout.Bar;
import licet.web.layout.FormProblem;
import licet.web.stack.RenewalsView;
import licet.web.stack.ReviewView;
import licet.web.stack.StackForm;
import licet.web.stack.StackView;
import licet.web.stack.StacksView;

/** Stacks with everything that can stand in them. */
final class StackSamples {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final Instant MOMENT = Instant.parse("2027-03-01T09:00:00Z");
    private static final String COMMIT = "a".repeat(40);
    private static final Review.Step STEP = new Review.Step(Samples.SCRIPT, MOMENT);

    private StackSamples() {}

    private static Filling filling(boolean here) {
        return new Filling(
                new UUID(1, 1),
                "acme/small",
                COMMIT,
                "acme",
                "eu-internal-tool",
                new Filling.Owner(new UUID(2, 2), Samples.SCRIPT, here),
                Optional.of(Samples.SCRIPT),
                MOMENT,
                here ? Optional.empty() : Optional.of(MOMENT));
    }

    private static SlotState slot(SlotState.Standing standing) {
        boolean permitted = standing == SlotState.Standing.PERMITTED;
        return new SlotState(
                "main-" + standing.word(),
                "generalist",
                standing,
                standing == SlotState.Standing.EMPTY ? Optional.empty() : Optional.of(filling(permitted)),
                standing == SlotState.Standing.EMPTY
                        ? Optional.empty()
                        : Optional.of(new GateAnswers.One(
                                "acme/small",
                                "acme/small",
                                COMMIT,
                                permitted ? "ALLOW" : "DENY",
                                permitted,
                                List.of("policy:no-research-only"),
                                Optional.empty())));
    }

    private static StackState stack(ReviewState review) {
        return new StackState(
                "assistants",
                Samples.SCRIPT,
                "platform",
                3,
                4,
                MOMENT,
                Optional.empty(),
                false,
                Optional.of(new StackState.Next(new UUID(3, 3), DAY, review)),
                List.of(
                        slot(SlotState.Standing.PERMITTED),
                        slot(SlotState.Standing.NOT_PERMITTED),
                        slot(SlotState.Standing.EMPTY)));
    }

    private static StackForm form(String sent, String... wrong) {
        return new StackForm(
                "token",
                sent,
                Map.of("name", Samples.SCRIPT, "reason", Samples.SCRIPT),
                List.of(wrong).stream()
                        .map(field -> new FormProblem(field, Samples.SCRIPT))
                        .toList(),
                List.of("platform"),
                List.of("ada"),
                List.of("eu-internal-tool"),
                List.of(new SlotRoles.Role("generalist", "Generalist", "Everyday questions.")));
    }

    static StacksView all() {
        return new StacksView(
                List.of(
                        new StacksView.Line(
                                stack(ReviewState.SCHEDULED), Bar.stacked(List.of(1L, 1L), List.of("allow", "deny"))),
                        new StacksView.Line(stack(ReviewState.OPEN), List.of())),
                DAY.plusDays(1),
                Optional.of(form("make", "key", "team")));
    }

    static StacksView none() {
        return new StacksView(List.of(), DAY, Optional.empty());
    }

    static StackView one(boolean mine) {
        return new StackView(
                stack(ReviewState.SCHEDULED),
                Map.of("generalist", "Generalist"),
                List.of(note()),
                List.of(head(ReviewState.SCHEDULED), head(ReviewState.CLOSED)),
                List.of(new PastFilling("main-permitted", filling(false))),
                DAY.plusDays(1),
                mine ? Optional.of(form("fill", "model", "deployment")) : Optional.empty());
    }

    private static SlotNote note() {
        return new SlotNote(
                new UUID(4, 4),
                "main-permitted",
                SlotNote.Kind.COST,
                Samples.SCRIPT,
                Optional.of(new SlotNote.Figure(new BigDecimal("12.5"), Samples.SCRIPT)),
                STEP);
    }

    private static Review.Head head(ReviewState state) {
        boolean opened = state != ReviewState.SCHEDULED;
        return new Review.Head(
                new UUID(3, 3),
                "assistants",
                DAY,
                state,
                STEP,
                opened ? Optional.of(STEP) : Optional.empty(),
                state == ReviewState.CLOSED ? Optional.of(STEP) : Optional.empty());
    }

    private static Review.Item item(Optional<Review.Decided> decided) {
        return new Review.Item(
                "main-permitted",
                "generalist",
                filling(true),
                new Review.Stood("DENY", false, List.of("policy:a"), "unclear", "acme", "acme", "DE"),
                decided);
    }

    static ReviewView review(ReviewState state) {
        var decided = new Review.Decided(
                Decision.REPLACE, Samples.SCRIPT, Optional.of("acme/large"), Optional.of(COMMIT), STEP);
        var changes = List.of(
                event(ReleaseKind.SUPERSEDED, Optional.of("acme/large")), event(ReleaseKind.RETIRED, Optional.empty()));
        var card = new ReviewView.Card(
                item(state == ReviewState.SCHEDULED ? Optional.empty() : Optional.of(decided)),
                "Generalist",
                new ReviewView.Names("", "MIT", Samples.SCRIPT, "Germany"),
                Optional.of(slot(SlotState.Standing.NOT_PERMITTED)),
                Optional.of(item(Optional.of(decided))),
                DAY,
                changes,
                List.of(note()));
        return new ReviewView(
                Samples.SCRIPT,
                head(state),
                state == ReviewState.SCHEDULED ? List.of() : List.of(card),
                state == ReviewState.CLOSED ? List.of() : List.of("open", "call-off"),
                state == ReviewState.OPEN
                        ? Optional.of(form("main-permitted", "main-permitted-reason"))
                        : Optional.empty(),
                DAY);
    }

    private static ReleaseEvent event(ReleaseKind kind, Optional<String> successor) {
        return new ReleaseEvent(
                "e" + kind.word(),
                kind,
                "acme",
                Optional.of("acme/small"),
                DAY.plusDays(1),
                DAY.plusDays(1),
                true,
                successor,
                ReleaseEvent.Basis.REPOSITORY,
                Optional.empty(),
                Optional.empty());
    }

    static RenewalsView renewals() {
        var rate = new Renewals.Rate("acme", 3, 1, 1, 1, Optional.of(0.3333));
        var rates = List.of(rate);
        var parts = Bar.stacked(List.of(1L, 1L, 1L), List.of("allow", "needs", "deny"));
        return new RenewalsView(
                new Renewals(DAY, DAY, rate, rates, rates, rates, rates, rates),
                "33 %",
                parts,
                List.of(new RenewalsView.Column(rate, "33 %", 0, 100, 84)),
                List.of(
                        new RenewalsView.Chart(
                                "family", List.of(new RenewalsView.Line(Samples.SCRIPT, rate, "33 %", parts))),
                        new RenewalsView.Chart("country", List.of())),
                new RenewalsView.Choice(List.of("assistants"), "assistants", List.of("platform"), ""),
                "/renewals.csv");
    }

    static RenewalsView nothing() {
        var none = new Renewals.Rate("all", 0, 0, 0, 0, Optional.empty());
        return new RenewalsView(
                new Renewals(DAY, DAY, none, List.of(), List.of(), List.of(), List.of(), List.of()),
                "–",
                List.of(),
                List.of(),
                List.of(),
                new RenewalsView.Choice(List.of(), "", List.of(), ""),
                "/renewals.csv");
    }

    static OutlookView outlook() {
        var outlook = new Outlook(
                List.of(new Outlook.Happened(CalendarKind.RELEASE, 2)),
                List.of(CalendarSamples.event(CalendarKind.CHANGE)),
                List.of(new Outlook.Week(DAY, 3)),
                List.of(CalendarSamples.event(CalendarKind.APPROVAL_END)),
                List.of(head(ReviewState.SCHEDULED)),
                new Renewals.Rate("all", 3, 1, 1, 1, Optional.of(0.3333)),
                List.of(new Outlook.RedSlot("assistants", Samples.SCRIPT, "main", "acme/small")));
        return new OutlookView(
                outlook,
                List.of(new Bar(
                        "published", Optional.empty(), Optional.empty(), 2, "100 %", Bar.single(2, 2, "plain"))),
                List.of(new OutlookView.Column(outlook.weeks().getFirst(), 0, 22, 110)),
                "33 %",
                Bar.stacked(List.of(1L, 1L, 1L), List.of("allow", "needs", "deny")));
    }

    static OutlookView noOutlook() {
        return new OutlookView(
                new Outlook(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Renewals.Rate("all", 0, 0, 0, 0, Optional.empty()),
                        List.of()),
                List.of(),
                List.of(),
                "–",
                List.of());
    }
}
