package licet.registry.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import licet.rules.lineage.History;
import licet.rules.lineage.Lineage;

/**
 * Lays the revisions of a base that are on record out in time. Between two of them that say different things, both are
 * candidates, unless the log tells that nothing was pushed in between.
 *
 * @param sameTerms whether two revisions say the same about license and origin
 */
record BaseHistory(
        List<BasePoint> points, BiPredicate<BasePoint, BasePoint> sameTerms, Function<BasePoint, Lineage> lineages) {

    /**
     * What can matter to one derivative; the rest of a long past is not concluded.
     *
     * @param named revisions from which the derivative says that it was made
     */
    History around(Optional<LocalDate> made, Set<String> named) {
        var versions = new ArrayList<History.Version>();
        if (made.isEmpty() || !isDated()) {
            points.forEach(point -> versions.add(version(Optional.empty(), point)));
        } else {
            var near = near(made.get());
            addInTime(near, versions);
            points.stream()
                    .filter(point -> named.contains(point.revision()) && !near.contains(point))
                    .forEach(point -> versions.add(version(point.pushedAt().map(_ -> point.day()), point)));
        }
        return new History(versions);
    }

    BasePoint newest() {
        return points.stream().filter(BasePoint::isNewest).findFirst().orElseThrow();
    }

    /**
     * Whether the past would have to be asked what stood on a UTC day.
     *
     * @param logged whether the log was read, so that a first commit is known to be the first
     */
    boolean isDoubtful(LocalDate day, boolean logged) {
        if (!isDated()) {
            return false;
        }
        var near = near(day);
        var oldest = near.getFirst();
        if (day.isBefore(oldest.day())) {
            return !logged || !oldest.first();
        }
        return IntStream.range(1, near.size()).anyMatch(i -> isDoubtful(day, near.get(i - 1), near.get(i)));
    }

    private boolean isDoubtful(LocalDate day, BasePoint earlier, BasePoint later) {
        return !day.isBefore(earlier.doubtful()) && day.isBefore(later.day()) && !sameTerms.test(earlier, later);
    }

    /** A newest revision that is older than another one on record was forced upon its branch: nobody knows when. */
    private boolean isDated() {
        var newest = newest().pushedAt();
        return newest.isPresent()
                && points.stream()
                        .flatMap(point -> point.pushedAt().stream())
                        .noneMatch(pushed -> pushed.isAfter(newest.get()));
    }

    /** The last before that day, those of it, and the first after it. */
    private List<BasePoint> near(LocalDate day) {
        var dated = points.stream()
                .filter(point -> point.pushedAt().isPresent())
                .sorted(Comparator.comparing(BasePoint::day)
                        .thenComparing(point -> point.pushedAt().orElseThrow()))
                .toList();
        int from =
                (int) dated.stream().filter(point -> point.day().isBefore(day)).count();
        int to = (int) dated.stream().filter(point -> !point.day().isAfter(day)).count();
        return dated.subList(Math.max(0, from - 1), Math.min(dated.size(), to + 1));
    }

    private void addInTime(List<BasePoint> near, List<History.Version> versions) {
        var oldest = near.getFirst();
        versions.add(version(oldest.first() ? Optional.empty() : Optional.of(oldest.day()), oldest));
        for (int i = 1; i < near.size(); i++) {
            var earlier = near.get(i - 1);
            var later = near.get(i);
            if (earlier.doubtful().isBefore(later.day()) && !sameTerms.test(earlier, later)) {
                versions.add(version(Optional.of(earlier.doubtful()), earlier));
                versions.add(version(Optional.of(earlier.doubtful()), later));
            }
            versions.add(version(Optional.of(later.day()), later));
        }
    }

    private History.Version version(Optional<LocalDate> since, BasePoint point) {
        return new History.Version(since, lineages.apply(point));
    }
}
