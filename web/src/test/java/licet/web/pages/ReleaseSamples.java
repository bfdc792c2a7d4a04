package licet.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.release.FamilyLine;
import licet.registry.release.ImportResult;
import licet.web.layout.FormProblem;
import licet.web.release.ReleasesView;
import licet.web.release.TimelineChart;

/** Releases with everything that can stand on their pages. */
final class ReleaseSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 29);

    private ReleaseSamples() {}

    static ReleasesView all(boolean full) {
        return new ReleasesView(
                chart(full),
                List.of(new FamilyLine("mistral", "Mistral", true, full ? 13 : 0)),
                full ? Map.of("mistral", "29 April 2026") : Map.of(),
                full ? Map.of("mistral", 2L) : Map.of(),
                full ? List.of(line(true), line(false)) : List.of());
    }

    private static TimelineChart chart(boolean full) {
        return full
                ? new TimelineChart(
                        List.of(new TimelineChart.Line(
                                Samples.SCRIPT,
                                35,
                                List.of(
                                        new TimelineChart.Mark(200, "published", false, Samples.SCRIPT),
                                        new TimelineChart.Mark(300, "retired", true, "ahead")))),
                        List.of(new TimelineChart.Year(150, 2026)),
                        60,
                        250)
                : new TimelineChart(List.of(), List.of(), 0, 0);
    }

    private static ReleasesView.Line line(boolean entered) {
        return new ReleasesView.Line(
                entered ? "superseded" : "published",
                Samples.SCRIPT,
                entered ? Optional.empty() : Optional.of("/models/a/b"),
                "mistral",
                DAY,
                "29 April 2026",
                !entered,
                entered,
                entered ? "entered" : "license-text",
                entered ? Optional.of("javascript:alert(1)") : Optional.empty(),
                entered ? Optional.of(Samples.SCRIPT) : Optional.empty(),
                entered ? Optional.of(Samples.SCRIPT) : Optional.empty(),
                entered
                        ? Optional.of(new ReleasesView.Entry("00000000-0000-0001-0000-000000000002", 1))
                        : Optional.empty());
    }

    static ReleasesView.Family family(boolean writes) {
        return new ReleasesView.Family(
                "mistral",
                "Mistral",
                true,
                chart(writes),
                writes ? List.of(new ReleasesView.Year(2026, List.of(line(true), line(false)))) : List.of(),
                writes ? List.of(claim(true), claim(false)) : List.of(),
                writes ? Optional.of(form()) : Optional.empty(),
                writes
                        ? Optional.of(new ImportResult(
                                true,
                                List.of(new ImportResult.Line(
                                        ImportResult.Outcome.REFUSED,
                                        Samples.SCRIPT,
                                        Optional.empty(),
                                        Optional.of(Samples.SCRIPT)))))
                        : Optional.empty());
    }

    private static ReleasesView.Claim claim(boolean refuted) {
        return new ReleasesView.Claim(
                refuted ? "C09" : "00000000-0000-0001-0000-000000000003",
                Samples.SCRIPT,
                Samples.SCRIPT,
                Samples.SCRIPT,
                refuted ? "refuted" : "open",
                refuted,
                refuted
                        ? List.of(
                                new ReleasesView.Point(
                                        "license",
                                        Samples.SCRIPT,
                                        "refuted",
                                        List.of(new ReleasesView.Shown("a/b", Samples.SCRIPT, true))),
                                new ReleasesView.Point("context", "5", "open", List.of()))
                        : List.of(),
                refuted ? List.of("C10", "C11") : List.of(),
                refuted ? Optional.empty() : Optional.of("00000000-0000-0001-0000-000000000003"));
    }

    private static ReleasesView.Form form() {
        return new ReleasesView.Form(
                "token",
                Map.of("model", Samples.SCRIPT, "kind", "retired", "point", "size"),
                List.of(new FormProblem("when", "write a day"), new FormProblem("about", "write what it is about")),
                List.of("announced", "published", "version", "superseded", "deprecated", "retired"));
    }
}
