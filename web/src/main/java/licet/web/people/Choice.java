package licet.web.people;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import licet.registry.platform.ClosedChoice;

/** A box to check. */
public record Choice(String word, boolean chosen) {
    static List<Choice> of(ClosedChoice[] all, Collection<String> chosen) {
        return Stream.of(all)
                .map(choice -> new Choice(choice.word(), chosen.contains(choice.word())))
                .toList();
    }
}
