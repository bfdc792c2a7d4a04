package licet.web.release;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import licet.registry.release.ReleaseEvent;

/**
 * Events along the years, a line for each group; the list below the picture says everything that it shows.
 *
 * @param height of the drawing, whose width is {@value #WIDTH}
 * @param today where the line of this day stands; outside of the drawing when it is not within it
 */
public record TimelineChart(List<Line> lines, List<Year> years, int height, int today) {
    static final int WIDTH = 720;
    private static final int LEFT = 150;
    private static final int RIGHT = 12;
    private static final int TOP = 22;
    private static final int LINE = 26;
    private static final int MOST_LINES = 14;

    public TimelineChart {
        lines = List.copyOf(lines);
        years = List.copyOf(years);
    }

    /** @param y of its middle */
    public record Line(String name, int y, List<Mark> marks) {
        public Line {
            marks = List.copyOf(marks);
        }
    }

    /** @param kind word of what happened, which gives the shape @param text for a pointer that rests on it */
    public record Mark(int x, String kind, boolean ahead, String text) {}

    public record Year(int x, int year) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    public int left() {
        return LEFT;
    }

    /**
     * @param group name of the line of an event
     * @param text what a mark says
     */
    static TimelineChart of(
            List<ReleaseEvent> events,
            Function<ReleaseEvent, String> group,
            Function<ReleaseEvent, String> text,
            LocalDate today) {
        if (events.isEmpty()) {
            return new TimelineChart(List.of(), List.of(), 0, 0);
        }
        var first = events.stream()
                .map(ReleaseEvent::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = events.stream()
                .map(ReleaseEvent::first)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var scale = new Scale(first.withDayOfYear(1), (last.isAfter(today) ? last : today).plusMonths(1));
        var lines = new ArrayList<Line>();
        groups(events, group).entrySet().stream()
                .limit(MOST_LINES)
                .forEach(entry -> lines.add(new Line(
                        entry.getKey(),
                        TOP + LINE / 2 + lines.size() * LINE,
                        entry.getValue().stream()
                                .map(event -> new Mark(
                                        scale.x(event.first()),
                                        event.kind().word(),
                                        event.first().isAfter(today),
                                        text.apply(event)))
                                .toList())));
        return new TimelineChart(lines, scale.years(), TOP + LINE * lines.size() + 4, scale.x(today));
    }

    /** The group with the newest event first, as the list below begins with it. */
    private static Map<String, List<ReleaseEvent>> groups(
            List<ReleaseEvent> events, Function<ReleaseEvent, String> group) {
        var groups = new LinkedHashMap<String, List<ReleaseEvent>>();
        events.forEach(event -> groups.computeIfAbsent(group.apply(event), _ -> new ArrayList<>())
                .add(event));
        return groups;
    }

    private record Scale(LocalDate from, LocalDate to) {
        int x(LocalDate day) {
            long whole = ChronoUnit.DAYS.between(from, to);
            return LEFT + (int) ((WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(from, day) / whole);
        }

        List<Year> years() {
            return from.datesUntil(to, java.time.Period.ofYears(1))
                    .map(day -> new Year(x(day), day.getYear()))
                    .toList();
        }
    }
}
