package licet.rules.text;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** The forms in which a text is known. Each is of the whole text, read with a little more or less of what copies change. */
final class Forms {
    private Forms() {}

    /** All hashes of a text whose copies shall be recognized. */
    static Stream<String> ofOriginal(NormalText text) {
        return Stream.concat(Stream.of(text), Halves.forms(text).stream())
                .flatMap(form -> Stream.of(form, form.withCopyright()))
                .flatMap(form -> {
                    var unnumbered = Unnumbered.ofOriginal(form);
                    return Stream.of(
                            form.sha256(),
                            unnumbered.sha256(),
                            unnumbered.text().sha256());
                })
                .distinct();
    }

    /** The words by whose hash a copy can be found, the likeliest first; each is made only when it is asked for. */
    static Stream<Supplier<String>> ofCopy(NormalText text) {
        return Stream.of(
                text::joined,
                () -> text.withCopyright().joined(),
                () -> unnumbered(text),
                () -> unnumbered(text.withCopyright()));
    }

    /** A text whose marks are out of order is not known by what is left without them. */
    private static String unnumbered(NormalText text) {
        return Unnumbered.ofCopy(text).map(Unnumbered::words).orElse("");
    }
}
