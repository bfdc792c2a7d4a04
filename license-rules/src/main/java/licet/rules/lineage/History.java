package licet.rules.lineage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.rules.Check;

/**
 * What stood for one model over time, so that a derivative is judged by the text of its base at its own time.
 *
 * @param versions from old to new; each stands until the next one begins
 */
public record History(List<Version> versions) {
    public History {
        Check.that(!versions.isEmpty(), "a history has at least one version");
        versions =
                versions.stream().sorted(Comparator.comparing(Version::begin)).toList();
    }

    /**
     * @param since first UTC day of its standing; empty when it stood as far back as anybody asks
     * @param lineage concluded from the evidence of one revision, named by {@link Lineage#own()}
     */
    public record Version(Optional<LocalDate> since, Lineage lineage) {
        private LocalDate begin() {
            return since.orElse(LocalDate.MIN);
        }
    }

    /** The history of a model of which one version is known, taken to have stood always. */
    public static History of(Lineage lineage) {
        return new History(List.of(new Version(Optional.empty(), lineage)));
    }

    /**
     * What binds a model that was made from this one: the named revision, else what stood on the day, else all versions
     * together. Empty when that revision, or what stood on that day, was not read.
     *
     * @param revision of this model from which the derivative was made
     * @param made UTC day on which the derivative was made
     */
    Optional<Lineage> binding(Optional<String> revision, Optional<LocalDate> made) {
        var candidates = revision.map(this::named).or(() -> made.map(this::on)).orElse(versions);
        return Candidates.joined(candidates.stream().map(Version::lineage).toList());
    }

    private List<Version> named(String revision) {
        return versions.stream()
                .filter(version -> version.lineage().own().revision().equals(revision))
                .toList();
    }

    /** On the day of a change both texts stood for some of its hours, so both are candidates. */
    private List<Version> on(LocalDate day) {
        var before = versions.stream()
                .filter(version -> version.begin().isBefore(day))
                .map(Version::begin)
                .max(Comparator.naturalOrder());
        return versions.stream()
                .filter(version -> version.begin().equals(day)
                        || before.map(version.begin()::equals).orElse(false))
                .toList();
    }
}
