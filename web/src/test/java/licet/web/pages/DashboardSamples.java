package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.dashboard.Dashboard;
import licet.web.dashboard.DashboardView;
import licet.web.layout.Bar;

/** A dashboard with one of everything, and one on which nothing is. */
final class DashboardSamples {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private DashboardSamples() {}

    static DashboardView full() {
        var tool = new Dashboard.InDeployment("eu-internal", "Internal tool <b>of</b> a small company", 7, 2, 1);
        return new DashboardView(
                AT,
                10,
                List.of(new DashboardView.NeedLine(
                        "policy-proposals",
                        Optional.of(1L),
                        "policy text waits for a second person.",
                        Optional.of(new DashboardView.Link("Look at policies", Optional.of("/policies"))),
                        List.of(
                                new DashboardView.Link("house/2", Optional.of("/policies/house/versions/2")),
                                new DashboardView.Link("All of acme", Optional.empty())))),
                List.of(new DashboardView.DeploymentLine(
                        tool,
                        List.of(
                                new Bar.Part("0.00%", "70.00%", "allow"),
                                new Bar.Part("70.00%", "20.00%", "needs"),
                                new Bar.Part("90.00%", "10.00%", "deny")))),
                List.of(
                        chart("licenses", "permissive", Optional.of("permissive")),
                        chart("classes", "community", Optional.empty()),
                        chart("countries", "plain", Optional.empty()),
                        chart("lineage", "needs", Optional.empty())),
                StackSamples.outlook(),
                new DashboardView.Ingest(
                        List.of(bar("Last run failed", "deny", Optional.empty())),
                        List.of(new DashboardView.Run("All of acme", "failed", AT, 1_234, 5, 6)),
                        3,
                        Optional.of(AT)));
    }

    static DashboardView empty() {
        return new DashboardView(
                AT,
                0,
                List.of(),
                List.of(),
                List.of(new DashboardView.Chart("licenses", List.of(), Optional.empty())),
                StackSamples.noOutlook(),
                new DashboardView.Ingest(List.of(), List.of(), 0, Optional.empty()));
    }

    private static DashboardView.Chart chart(String id, String fill, Optional<String> note) {
        return new DashboardView.Chart(
                id, List.of(bar("One of " + id, fill, note)), Optional.of("Three stand under others."));
    }

    private static Bar bar(String name, String fill, Optional<String> note) {
        return new Bar(
                name, Optional.of("/?license=mit"), note, 7, "70 %", List.of(new Bar.Part("0%", "100.00%", fill)));
    }
}
