package licet.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.registry.change.FactPreview;
import licet.web.fact.ConfirmationRow;
import licet.web.fact.DeploymentView;
import licet.web.fact.DeploymentsView;
import licet.web.fact.EntityDrawing;
import licet.web.fact.FactEditView;
import licet.web.fact.FactField;
import licet.web.fact.FactRow;
import licet.web.fact.OrganizationView;
import licet.web.layout.FormProblem;

/** Deployments and an organization, with one of everything. */
final class FactSamples {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final FactPreview.Answers ANSWERS = new FactPreview.Answers(1_204, 88, 31);

    private FactSamples() {}

    static DeploymentsView deployments() {
        return new DeploymentsView(
                List.of(new DeploymentsView.Row(
                        "internal", Samples.SCRIPT, "Company", "Production", "Own weights", ANSWERS)),
                true);
    }

    static DeploymentView deployment() {
        var facts = List.of(new FactRow("Commercial use", "Yes", true), new FactRow("Country", "Not known", false));
        return new DeploymentView(
                "internal",
                "Internal tool",
                2,
                Optional.of(Samples.SCRIPT),
                ANSWERS,
                List.of(due(Optional.of("/deployments/internal/confirmation"), Optional.empty())),
                List.of(new FactRow.Group("The use", facts)),
                versions(),
                true);
    }

    private static ConfirmationRow due(Optional<String> action, Optional<Integer> figure) {
        var asOf = LocalDate.parse("2026-08-01");
        return new ConfirmationRow(
                Samples.SCRIPT,
                "finance",
                "quarterly",
                asOf,
                asOf.plusMonths(3),
                true,
                action.isPresent(),
                action,
                2,
                figure,
                Optional.of("/nowhere"));
    }

    private static List<FactRow.Version> versions() {
        var change = new FactRow.Change("Commercial use", Optional.of("No"), Optional.of(Samples.SCRIPT));
        return List.of(
                new FactRow.Version(2, AT, Optional.of("Ada"), false, List.of(change)),
                new FactRow.Version(1, AT, Optional.empty(), true, List.of()));
    }

    static FactEditView form() {
        var options =
                List.of(new FactField.Option("yes", "Yes", true), new FactField.Option("unknown", "Not known", false));
        var fields = List.of(
                field("name", FactField.Control.TEXT, List.of(), Optional.of("Write a name.")),
                field("use.commercial", FactField.Control.ONE, options, Optional.empty()),
                field("use.fields", FactField.Control.SOME, options, Optional.of("Choose one.")));
        return new FactEditView(
                new FactEditView.Heading("Change", "See, then save.", "Deployments", "/deployments/internal"),
                "/deployments/internal/edit",
                "form-token-of-ada",
                1,
                List.of(new FactField.Group("The use", fields)),
                List.of(new FormProblem("name", "Write a name."), new FormProblem("use.fields", "Choose one.")),
                Optional.of(preview()),
                "digest",
                Optional.of(new FactEditView.Conflict(
                        2, Optional.of("Bob"), versions().getFirst().changes())),
                true);
    }

    private static FactField field(
            String id, FactField.Control control, List<FactField.Option> options, Optional<String> problem) {
        return new FactField(id, control, id, Optional.of("A hint."), List.of("typed"), options, problem);
    }

    private static FactPreview preview() {
        var why = new FactPreview.Why("llama-3.1/cap", Samples.SCRIPT, 12);
        var group = new FactPreview.Group("ALLOW", "DENY", 12, List.of(why), List.of(why), List.of("acme/model"));
        return new FactPreview(
                DAY,
                300,
                List.of(
                        new FactPreview.Part("internal", "Internal tool", false, ANSWERS, ANSWERS, List.of(group), 3),
                        new FactPreview.Part("other", "Other", false, ANSWERS, ANSWERS, List.of(), 2),
                        new FactPreview.Part("new", "New", true, ANSWERS, ANSWERS, List.of(), 0)));
    }

    static OrganizationView organization(boolean insider) {
        return new OrganizationView(
                2,
                insider,
                insider,
                400,
                List.of(new OrganizationView.Entity(
                        "parent", "Parent", List.of(new FactRow("Seat", "Not known", false)))),
                EntityDrawing.of(
                        List.of(
                                new EntityDrawing.Node("parent", "Parent", "Germany"),
                                new EntityDrawing.Node("child", Samples.SCRIPT, "France")),
                        List.of(new EntityDrawing.Edge("parent", "child", "60 %", true))),
                List.of(new OrganizationView.Holding(
                        "Parent", "Child", "60 %", "Yes", Optional.of(DAY), Optional.empty(), false)),
                List.of(figure(insider, "old"), figure(insider, "of-its-time")),
                List.of(
                        due(Optional.of("/organization/confirmations"), Optional.of(0)),
                        due(Optional.empty(), Optional.of(1))),
                new OrganizationView.Exchange(
                        "5",
                        List.of(new OrganizationView.Rate("EUR", "USD", "1.1", DAY, "central bank", age("fresh")))),
                versions());
    }

    private static OrganizationView.Age age(String kind) {
        return new OrganizationView.Age(kind, Optional.of(DAY));
    }

    private static OrganizationView.Figure figure(boolean insider, String age) {
        Optional<String> value = insider ? Optional.of("4,000") : Optional.empty();
        return new OrganizationView.Figure(
                "Monthly active users",
                "Parent",
                "The entity with all affiliates",
                "2026-10",
                value,
                "users",
                DAY,
                "analytics",
                "product",
                Optional.of(AT),
                age(age),
                List.of(new OrganizationView.Earlier(1, AT, Optional.empty(), value, DAY)));
    }
}
