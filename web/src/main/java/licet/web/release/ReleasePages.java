package licet.web.release;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.release.ClaimDocument;
import licet.registry.release.FamilyLine;
import licet.registry.release.FamilyList;
import licet.registry.release.ReleaseClaims;
import licet.registry.release.ReleaseEntries;
import licet.registry.release.ReleaseEvent;
import licet.registry.release.ReleaseKind;
import licet.registry.release.ReleaseQuery;
import licet.registry.release.ReleaseTimeline;
import licet.rules.evidence.ModelId;
import licet.rules.release.Release;
import licet.rules.release.Releases;
import licet.web.layout.FormProblem;
import licet.web.layout.Show;
import licet.web.layout.Texts;

/** Puts the pages of releases together. */
@Singleton
final class ReleasePages {
    private static final int MONTHS_BACK = 3;
    private static final int YEARS_AHEAD = 2;
    private static final int MOST_LATELY = 200;

    private final ReleaseTimeline timeline;
    private final ReleaseClaims claims;
    private final FamilyList families;
    private final Releases releases;
    private final ClaimRows rows;
    private final Texts texts;
    private final Show show;
    private final Clock clock;

    ReleasePages(
            ReleaseTimeline timeline,
            ReleaseClaims claims,
            FamilyList families,
            Releases releases,
            ClaimRows rows,
            Texts texts,
            Clock clock) {
        this.timeline = timeline;
        this.claims = claims;
        this.families = families;
        this.releases = releases;
        this.rows = rows;
        this.texts = texts;
        this.show = new Show(texts);
        this.clock = clock;
    }

    ReleasesView all() {
        var today = LocalDate.now(clock);
        var lines = families.list();
        var names = new HashMap<String, String>();
        lines.forEach(line -> names.put(line.key(), line.name()));
        var events = timeline.list(ReleaseQuery.between(ReleaseQuery.BEGINNING, today.plusYears(YEARS_AHEAD)));
        var contradicted = new HashMap<String, Long>();
        lines.stream()
                .filter(FamilyLine::known)
                .forEach(line -> contradicted.put(
                        line.key(),
                        claims.list(line.key()).stream()
                                .filter(one -> one.isContradicted())
                                .count()));
        var newest = new HashMap<String, String>();
        events.stream()
                .filter(event ->
                        event.kind() == ReleaseKind.PUBLISHED && !event.first().isAfter(today))
                .forEach(event -> newest.putIfAbsent(event.family(), when(event)));
        return new ReleasesView(
                TimelineChart.of(
                        events.stream()
                                .filter(event -> lines.stream()
                                        .anyMatch(line ->
                                                line.known() && line.key().equals(event.family())))
                                .toList(),
                        event -> names.getOrDefault(event.family(), event.family()),
                        this::says,
                        today),
                lines,
                newest,
                contradicted,
                events.stream()
                        .filter(event -> !event.last().isBefore(today.minusMonths(MONTHS_BACK)))
                        .limit(MOST_LATELY)
                        .map(event -> line(event, names.getOrDefault(event.family(), event.family()), today))
                        .toList());
    }

    ReleasesView.Family family(String key, Optional<ReleasesView.Form> form, Principal caller) {
        var today = LocalDate.now(clock);
        var line = families.list().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.NotFound("family", key).asException());
        var events = timeline.list(ReleaseQuery.of(key, today));
        return new ReleasesView.Family(
                key,
                line.name(),
                line.known(),
                TimelineChart.of(events, group(), this::says, today),
                years(events, line.name(), today),
                claims.list(key).stream()
                        .map(ClaimDocument::of)
                        .map(claim -> rows.row(claim, ReleaseEntries.allows(caller)))
                        .sorted(Comparator.comparing(ReleasesView.Claim::contradicted)
                                .reversed())
                        .toList(),
                form,
                Optional.empty());
    }

    ReleasesView.Form form(String token, Map<String, String> fields, List<FormProblem> problems) {
        return new ReleasesView.Form(
                token,
                fields,
                problems,
                Arrays.stream(ReleaseKind.values())
                        .filter(ReleaseKind::canBeEntered)
                        .map(ReleaseKind::word)
                        .toList());
    }

    /** Generations where they are known, else the models themselves. */
    private Function<ReleaseEvent, String> group() {
        return event -> event.model()
                .map(model ->
                        releases.find(new ModelId(model)).map(Release::family).orElse(model.split("/", 2)[1]))
                .orElse(texts.get("releases.whole"));
    }

    private static List<ReleasesView.Year> byYear(Map<Integer, List<ReleasesView.Line>> years) {
        return years.entrySet().stream()
                .map(entry -> new ReleasesView.Year(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<ReleasesView.Year> years(List<ReleaseEvent> events, String name, LocalDate today) {
        var years = new TreeMap<Integer, List<ReleasesView.Line>>(Comparator.reverseOrder());
        events.forEach(event -> years.computeIfAbsent(event.first().getYear(), _ -> new ArrayList<>())
                .add(line(event, name, today)));
        return byYear(years);
    }

    private ReleasesView.Line line(ReleaseEvent event, String family, LocalDate today) {
        return new ReleasesView.Line(
                event.kind().word(),
                event.model().orElse(family),
                event.model()
                        .filter(_ -> event.basis() != ReleaseEvent.Basis.ENTERED)
                        .map(model -> "/models/" + model),
                event.family(),
                event.first(),
                when(event),
                event.certain(),
                event.first().isAfter(today),
                event.basis().word(),
                event.source(),
                event.successor(),
                event.note(),
                Optional.of(event.id())
                        .filter(id -> id.startsWith("entry:"))
                        .map(id -> new ReleasesView.Entry(id.substring("entry:".length()), 0)));
    }

    private String when(ReleaseEvent event) {
        if (event.isDay()) {
            return show.day(event.first());
        }
        boolean month = event.first().getDayOfMonth() == 1
                && event.last().equals(event.first().plusMonths(1).minusDays(1));
        return month
                ? show.day(new licet.rules.release.ReleaseDate(
                        event.first().toString().substring(0, 7)))
                : show.day(event.first()) + " – " + show.day(event.last());
    }

    private String says(ReleaseEvent event) {
        return texts.get(
                "releases.mark",
                event.model().orElse(""),
                texts.get("releases.kind." + event.kind().word()),
                when(event));
    }
}
