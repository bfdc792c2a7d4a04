package licet.web.check;

import java.util.Optional;

/**
 * One mention of a model.
 *
 * @param place absent where it was named on the command line
 */
public record Reference(Subject subject, Optional<Place> place) {
    /** What is meant. */
    public sealed interface Subject {
        /** A model as it is written. */
        record Named(String written) implements Subject {}

        /**
         * A file of weights.
         *
         * @param sha256 in lower-case hex
         * @param label for people
         */
        record Hashed(String sha256, String label) implements Subject {}

        /** A folder with a downloaded model. */
        record Folder(java.nio.file.Path path) implements Subject {}
    }

    public static Reference named(String written) {
        return new Reference(new Subject.Named(written), Optional.empty());
    }

    public static Reference named(String written, Place place) {
        return new Reference(new Subject.Named(written), Optional.of(place));
    }

    public static Reference hashed(String sha256, String label) {
        return new Reference(new Subject.Hashed(sha256, label), Optional.empty());
    }

    /** As people wrote it. */
    public String text() {
        return switch (subject) {
            case Subject.Named(var written) -> written;
            case Subject.Hashed(var _, var label) -> label;
            case Subject.Folder(var path) -> path.toString();
        };
    }
}
