package licet.registry.release;

import java.util.Locale;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.RegistryProblem;

/**
 * A document with days.
 *
 * @param family to which they belong
 * @param kind of what names none itself
 * @param source who says so
 */
public record NewImport(byte[] document, String family, Optional<ReleaseKind> kind, String source) {
    private static final int LARGEST = 1_000_000;
    private static final int LONGEST_SOURCE = 200;

    public NewImport {
        if (document.length > LARGEST) {
            throw new RegistryProblem.TooLarge(LARGEST).asException();
        }
        family = family.strip().toLowerCase(Locale.ROOT);
        source = source.strip();
        if (family.isEmpty() || family.length() > NewReleaseEntry.LONGEST_FAMILY || family.contains("/")) {
            throw NewReleaseEntry.malformed(
                    "family", family, "use the key of a family, or a namespace of the Hub, at most 100 characters");
        }
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw NewReleaseEntry.malformed("source", source, "write who says so, at most 200 characters");
        }
    }

    /** @param word of a kind; empty for none */
    public static Optional<ReleaseKind> kind(String word) {
        return word.isBlank()
                ? Optional.empty()
                : Optional.of(ClosedChoice.find(ReleaseKind.class, word.strip())
                        .filter(kind -> kind.canBeEntered() && kind != ReleaseKind.SUPERSEDED)
                        .orElseThrow(() -> NewReleaseEntry.malformed(
                                "kind", word, "use announced, published, version, deprecated or retired")));
    }

    /** JSON begins so; anything else is taken for iCalendar. */
    boolean isJson() {
        int first = 0;
        while (first < document.length && Character.isWhitespace(document[first])) {
            first++;
        }
        return first < document.length && document[first] == '{';
    }
}
