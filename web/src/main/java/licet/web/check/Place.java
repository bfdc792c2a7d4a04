package licet.web.check;

import java.util.Comparator;

/**
 * Where a model is named.
 *
 * @param file with slashes, relative to what was looked through
 * @param line from 1
 */
public record Place(String file, int line) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
