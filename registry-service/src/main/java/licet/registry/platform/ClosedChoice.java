package licet.registry.platform;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** An enum of the API, for instance the sorts of a list: each constant with the word that callers use. */
public interface ClosedChoice {
    String word();

    static <E extends Enum<E> & ClosedChoice> Optional<E> find(Class<E> choices, String word) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    /** All words, for the sentence that says what to send instead. */
    static <E extends Enum<E> & ClosedChoice> String words(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(ClosedChoice::word).collect(Collectors.joining(", "));
    }
}
