package licet.web.clearing;

import java.util.List;
import java.util.Optional;
import licet.registry.clearing.Clearing;
import licet.registry.clearing.WaitingCase;

/**
 * What waits for people.
 *
 * @param kinds every kind of question with its open cases; the first is all of them
 * @param next address of the next page of cases
 * @param proposed what waits for a second person
 * @param concluded what people concluded, the newest first
 */
public record QueueView(
        List<Kind> kinds,
        List<WaitingCase> cases,
        Optional<String> next,
        List<Clearing> proposed,
        List<Clearing> concluded) {
    public QueueView {
        kinds = List.copyOf(kinds);
        cases = List.copyOf(cases);
        proposed = List.copyOf(proposed);
        concluded = List.copyOf(concluded);
    }

    /**
     * @param word of the kind; {@code all} for every one
     * @param current whether the list is narrowed by it
     */
    public record Kind(String word, long cases, boolean current) {
        public String href() {
            return word.equals("all") ? "/clearings" : "/clearings?question=" + word;
        }
    }
}
