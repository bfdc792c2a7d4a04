package licet.web.dashboard;

import jakarta.inject.Singleton;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import licet.registry.dashboard.Dashboard;
import licet.registry.dashboard.Dashboard.Mix;
import licet.registry.dashboard.Dashboard.Share;
import licet.web.dashboard.DashboardView.Chart;
import licet.web.dashboard.DashboardView.DeploymentLine;
import licet.web.layout.Bar;
import licet.web.layout.Names;
import licet.web.layout.Texts;

/** Puts the dashboard into words and pictures. */
@Singleton
final class DashboardPages {
    private static final List<String> ANSWERS = List.of("allow", "needs", "deny");
    private static final Set<String> SETTLED = Set.of("none", "declared");
    private static final Set<String> TROUBLED = Set.of("failed", "never", "late");
    private static final String NO_CLASS = "no-class";

    private final NeedLines needs;
    private final OutlookPart outlook;
    private final Names names;
    private final Texts texts;

    DashboardPages(NeedLines needs, OutlookPart outlook, Names names, Texts texts) {
        this.needs = needs;
        this.outlook = outlook;
        this.names = names;
        this.texts = texts;
    }

    DashboardView of(Dashboard dashboard) {
        long all = dashboard.models();
        return new DashboardView(
                dashboard.at(),
                all,
                needs.of(dashboard),
                dashboard.deployments().stream().map(DashboardPages::line).toList(),
                List.of(
                        licenses(dashboard.licenses(), all),
                        chart("classes", dashboard.classes(), all, this::className, Share::value),
                        countries(dashboard.countries(), all),
                        chart("lineage", dashboard.lineage(), all, this::lineage, DashboardPages::lineageFill)),
                outlook.of(dashboard.outlook()),
                ingest(dashboard.ingest()));
    }

    private static DeploymentLine line(Dashboard.InDeployment counts) {
        return new DeploymentLine(counts, Bar.stacked(List.of(counts.allow(), counts.needs(), counts.deny()), ANSWERS));
    }

    private Chart licenses(Mix mix, long all) {
        long greatest = greatest(mix);
        var bars = mix.top().stream()
                .map(share -> bar(
                        share,
                        names.license(share.value()),
                        share.kind().map(this::licenseClass),
                        new Scale(all, greatest),
                        share.kind().orElse(NO_CLASS)))
                .toList();
        return new Chart("licenses", bars, rest("licenses", mix));
    }

    private Chart countries(Mix mix, long all) {
        var chart = chart("countries", mix, all, this::country, _ -> "plain");
        return new Chart(chart.id(), chart.bars(), rest("countries", mix));
    }

    private Chart chart(String id, Mix mix, long all, Function<Share, String> name, Function<Share, String> fill) {
        var scale = new Scale(all, greatest(mix));
        return new Chart(
                id,
                mix.top().stream()
                        .map(share -> bar(share, name.apply(share), Optional.empty(), scale, fill.apply(share)))
                        .toList(),
                Optional.empty());
    }

    /** @param all models, of which shares are taken; {@code greatest} fills the whole length */
    private record Scale(long all, long greatest) {}

    private Bar bar(Share share, String name, Optional<String> note, Scale scale, String fill) {
        return new Bar(
                name,
                Optional.of("/?" + share.filter()),
                note,
                share.models(),
                percent(share.models(), scale.all()),
                Bar.single(share.models(), scale.greatest(), fill));
    }

    private static long greatest(Mix mix) {
        return mix.top().stream().mapToLong(Share::models).max().orElse(0);
    }

    /** What is left over is said, so that nobody takes the bars for all. */
    private Optional<String> rest(String id, Mix mix) {
        return mix.others() + mix.without() == 0
                ? Optional.empty()
                : Optional.of(texts.get("dashboard." + id + ".rest", mix.others(), mix.otherValues(), mix.without()));
    }

    private String className(Share share) {
        return licenseClass(share.value());
    }

    private String licenseClass(String word) {
        return texts.get("license.class." + word);
    }

    private String country(Share share) {
        return names.country(share.value()).orElseGet(() -> texts.get("dashboard.country.unknown"));
    }

    private String lineage(Share share) {
        return texts.get("dashboard.lineage." + share.value());
    }

    private static String lineageFill(Share share) {
        return SETTLED.contains(share.value()) ? "allow" : "needs";
    }

    private DashboardView.Ingest ingest(Dashboard.Ingest ingest) {
        long all =
                ingest.watches().stream().mapToLong(Dashboard.Watching::watches).sum();
        long greatest = ingest.watches().stream()
                .mapToLong(Dashboard.Watching::watches)
                .max()
                .orElse(0);
        return new DashboardView.Ingest(
                ingest.watches().stream()
                        .map(state -> new Bar(
                                texts.get("dashboard.watch." + state.state()),
                                Optional.of("/sync"),
                                Optional.empty(),
                                state.watches(),
                                percent(state.watches(), all),
                                Bar.single(
                                        state.watches(),
                                        greatest,
                                        TROUBLED.contains(state.state()) ? "deny" : "allow")))
                        .toList(),
                ingest.runs().stream().map(this::run).toList(),
                ingest.waiting(),
                ingest.covered());
    }

    private DashboardView.Run run(Dashboard.Run run) {
        return new DashboardView.Run(
                run.kind()
                        .map(kind -> texts.get("sync.what." + kind, run.subject(), run.words()))
                        .orElseGet(() -> texts.get("dashboard.run.ended")),
                run.state(),
                run.startedAt(),
                run.listed(),
                run.read(),
                run.notRead());
    }

    /** Less than one in a thousand is not nothing. */
    private String percent(long part, long whole) {
        if (part == 0 || whole == 0) {
            return texts.get("dashboard.percent", "0");
        }
        var format = NumberFormat.getNumberInstance(Texts.LOCALE);
        format.setMaximumFractionDigits(1);
        double percent = 100.0 * part / whole;
        return percent < 0.1
                ? texts.get("dashboard.percent.less")
                : texts.get("dashboard.percent", format.format(percent));
    }
}
