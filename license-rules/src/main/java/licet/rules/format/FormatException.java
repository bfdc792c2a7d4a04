package licet.rules.format;

import java.util.List;

/** A file that does not follow its format: one line for each problem, with place, field, value and mend. */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final transient List<Place> places;

    /**
     * A problem and where it stands in its file.
     *
     * @param line counted from 1
     * @param column counted from 1; 1 where only the line is known
     */
    public record Place(int line, int column, String message) {}

    public FormatException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.places = List.of();
    }

    /** @param file before each problem */
    FormatException(String file, List<Place> places) {
        super(String.join("\n", lines(file, places)));
        this.problems = lines(file, places);
        this.places = List.copyOf(places);
    }

    private static List<String> lines(String file, List<Place> places) {
        return places.stream()
                .map(place -> "%s:%d: %s".formatted(file, place.line(), place.message()))
                .toList();
    }

    /** The problems of one file with their places; empty where several files were read together. */
    public List<Place> places() {
        return places;
    }

    public List<String> problems() {
        return problems;
    }
}
