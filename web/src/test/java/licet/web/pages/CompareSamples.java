package licet.web.pages;

import java.util.List;
import java.util.Optional;
import licet.registry.compare.Comparison;
import licet.registry.compare.SubstituteList;
import licet.rules.explain.VerdictDocument;
import licet.rules.release.ReleaseDate;
import licet.web.compare.AlternativesView;
import licet.web.compare.CompareView;
import licet.web.compare.DeploymentChoice;
import licet.web.layout.FormProblem;

/** Models side by side and models to take instead, with one of everything. */
final class CompareSamples {
    private static final List<DeploymentChoice> DEPLOYMENTS =
            List.of(new DeploymentChoice("internal", "Internal tool", true));
    private static final VerdictDocument.Cite CITE =
            new VerdictDocument.Cite("sample-1.0", "sample-1.0", "Sample License", "2.a");

    private CompareSamples() {}

    static CompareView nothing() {
        return new CompareView(DEPLOYMENTS, "internal", List.of(), "", false, List.of(), List.of(), List.of());
    }

    static CompareView two() {
        return new CompareView(
                DEPLOYMENTS,
                "internal",
                List.of(new FormProblem("add", Samples.SCRIPT + ": no model of that name is on record.")),
                Samples.SCRIPT,
                false,
                List.of(column("a", "DENY"), column("b", "ALLOW")),
                List.of(
                        new CompareView.Group(
                                "answer",
                                List.of(
                                        line("answer", true, item("", Optional.of("DENY"))),
                                        line("reasons", true, item(Samples.SCRIPT, Optional.of("NEEDS"))))),
                        new CompareView.Group(
                                "origin", List.of(line("license", false, item("MIT", Optional.empty()))))),
                List.of(
                        new CompareView.Task(duty(true, Optional.empty()), List.of("maker/a", "maker/b")),
                        new CompareView.Task(duty(false, Optional.of("If it is asked for:")), List.of("maker/a"))));
    }

    private static CompareView.Column column(String name, String answer) {
        return new CompareView.Column(
                "maker/" + name,
                "maker",
                name,
                answer.equals("ALLOW"),
                answer.equals("DENY"),
                answer,
                "/models/maker/" + name,
                "/compare?deployment=internal",
                "/models/maker/" + name + "/alternatives?deployment=internal");
    }

    private static CompareView.Item item(String text, Optional<String> answer) {
        return new CompareView.Item(
                answer, text, text.isEmpty() ? Optional.empty() : Optional.of("/licenses/mit"), Optional.of("a note"));
    }

    private static CompareView.Line line(String word, boolean differs, CompareView.Item item) {
        return new CompareView.Line(
                word,
                differs,
                List.of(new CompareView.Cell("maker/a", List.of(item)), new CompareView.Cell("maker/b", List.of())));
    }

    private static Comparison.Obligation duty(boolean shared, Optional<String> condition) {
        return new Comparison.Obligation(
                "badge",
                "Show the words.",
                Optional.of("Built so"),
                condition,
                List.of(new Comparison.Clause("sample-1.0/badge", CITE)),
                List.of("maker/a"),
                shared);
    }

    /** @param few whether few are permitted, so that open ones stand beside them */
    static AlternativesView alternatives(boolean few) {
        var found = new SubstituteList(
                "maker/a",
                "recorded",
                Samples.REVISION,
                new VerdictDocument.DeploymentRef("internal", "Internal tool", 1),
                "DENY",
                "It may not be used.",
                "text",
                few ? Optional.empty() : Optional.of("up-to-40b"),
                Optional.empty(),
                "The nearest first.",
                List.of(substitute("ALLOW")),
                few ? Optional.of("The fewest first.") : Optional.empty(),
                few ? List.of(substitute("NEEDS")) : List.of(),
                !few,
                Optional.empty());
        return new AlternativesView(
                found,
                few,
                "/models/maker/a?deployment=internal",
                "/models/maker/a/alternatives",
                DEPLOYMENTS,
                found.permitted().stream().map(CompareSamples::row).toList(),
                found.open().stream().map(CompareSamples::row).toList(),
                Optional.of("/compare?deployment=internal&model=maker/a&model=maker/b"));
    }

    private static SubstituteList.Substitute substitute(String answer) {
        return new SubstituteList.Substitute(
                "maker/b",
                "local",
                Optional.of(Samples.REVISION),
                answer,
                Optional.of("mit"),
                "identified",
                Optional.of("maker"),
                Optional.of("FR"),
                Optional.of(24_000_000_000L),
                Optional.of("2026-04"),
                "examined",
                Optional.of(12L),
                1,
                0,
                0,
                List.of(new SubstituteList.Why("same-developer", Samples.SCRIPT)));
    }

    private static AlternativesView.Row row(SubstituteList.Substitute one) {
        return new AlternativesView.Row(
                one,
                "/models/maker/b?deployment=internal",
                true,
                Optional.of("MIT License"),
                "Maker",
                Optional.of("France"),
                Optional.of(new ReleaseDate("2026-04")));
    }
}
