package licet.rules.text;

import java.util.Optional;

/**
 * A text without the marks of its lists.
 *
 * @param marks how many were left out: a copy may write others, or none, but not some
 */
record Unnumbered(NormalText text, int marks) {
    /** A text whose numbering is its own, right or wrong. */
    static Unnumbered ofOriginal(NormalText text) {
        var marks = ListMarks.find(text.clean());
        return new Unnumbered(text.without(marks), marks.size());
    }

    /** A text that may be a copy; nothing where it has no marks in order. */
    static Optional<Unnumbered> ofCopy(NormalText text) {
        return ListMarks.findInOrder(text.clean()).map(marks -> new Unnumbered(text.without(marks), marks.size()));
    }

    String words() {
        return text.joined() + " #" + marks;
    }

    String sha256() {
        return NormalText.sha256(words());
    }
}
