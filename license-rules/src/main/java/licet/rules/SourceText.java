package licet.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A text from a file that knows where its parts stand there, so that a problem inside it can be pointed at.
 *
 * @param places where runs of the text begin in the file, by rising offset; the first one has offset 0
 */
public record SourceText(String text, List<Place> places) {
    public SourceText {
        places = List.copyOf(places);
        Check.that(!places.isEmpty() && places.getFirst().offset() == 0, "the first place of a text has offset 0");
    }

    /**
     * @param offset in the text
     * @param line counted from 1
     * @param column counted from 1
     */
    public record Place(int offset, int line, int column) {}

    /** A text that stands in no file. */
    public static SourceText of(String text) {
        return new SourceText(text, List.of(new Place(0, 1, 1)));
    }

    /** Where the character at an offset stands in the file. */
    public Place at(int offset) {
        var run = places.getFirst();
        for (var place : places) {
            run = place.offset() <= offset ? place : run;
        }
        return new Place(offset, run.line(), run.column() + offset - run.offset());
    }

    public Place start() {
        return places.getFirst();
    }

    /** The same text between two others, each part still at its own place. */
    public SourceText between(String before, String after) {
        if (before.isEmpty() && after.isEmpty()) {
            return this;
        }
        var moved = new ArrayList<Place>();
        moved.add(new Place(0, start().line(), start().column()));
        places.forEach(place -> moved.add(new Place(place.offset() + before.length(), place.line(), place.column())));
        return new SourceText(before + text + after, moved);
    }
}
