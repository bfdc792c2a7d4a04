package licet.web.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.dashboard.Dashboard;
import licet.web.layout.Bar;

/** Everything that the dashboard shows. */
public record DashboardView(
        Instant at,
        long models,
        List<NeedLine> needs,
        List<DeploymentLine> deployments,
        List<Chart> charts,
        OutlookView outlook,
        Ingest ingest) {
    public DashboardView {
        needs = List.copyOf(needs);
        deployments = List.copyOf(deployments);
        charts = List.copyOf(charts);
    }

    /**
     * @param number empty where the sentence says it all
     * @param text the rest of the sentence
     * @param action where to do something about it, in words
     */
    public record NeedLine(
            String kind, Optional<Long> number, String text, Optional<Link> action, List<Link> examples) {
        public NeedLine {
            examples = List.copyOf(examples);
        }
    }

    /** @param href absent for what has no page */
    public record Link(String text, Optional<String> href) {}

    public record DeploymentLine(Dashboard.InDeployment counts, List<Bar.Part> parts) {
        public DeploymentLine {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param id names the section and its texts
     * @param rest what the bars leave out, in words
     */
    public record Chart(String id, List<Bar> bars, Optional<String> rest) {
        public Chart {
            bars = List.copyOf(bars);
        }

        public boolean isEmpty() {
            return bars.stream().allMatch(bar -> bar.number() == 0);
        }
    }

    public record Ingest(List<Bar> watches, List<Run> runs, long waiting, Optional<Instant> covered) {
        public Ingest {
            watches = List.copyOf(watches);
            runs = List.copyOf(runs);
        }
    }

    public record Run(String what, String state, Instant startedAt, long listed, long read, long notRead) {}

    public boolean isEmpty() {
        return models == 0;
    }
}
