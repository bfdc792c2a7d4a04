package licet.registry.approval;

import io.micronaut.http.HttpParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.RegistryProblem;

/** Reads which requests somebody asks for; an empty parameter is none. */
public final class BoardParameters {
    private BoardParameters() {}

    /** @throws licet.registry.platform.problem.ProblemException malformed, naming the parameter */
    public static BoardQuery query(HttpParameters given) {
        return new BoardQuery(
                filter(given),
                sort(given),
                find(given, "cursor"),
                find(given, "limit").map(BoardParameters::number).orElse(BoardQuery.DEFAULT_LIMIT));
    }

    public static BoardFilter filter(HttpParameters given) {
        return new BoardFilter(
                find(given, "state").map(word -> choice(RequestState.class, "state", word)),
                find(given, "deployment"),
                find(given, "model"),
                find(given, "requester").map(text -> person("requester", text)),
                find(given, "stage"),
                find(given, "neededBy").map(text -> day("neededBy", text)));
    }

    static BoardSort sort(HttpParameters given) {
        return find(given, "sort")
                .map(word -> choice(BoardSort.class, "sort", word))
                .orElse(BoardSort.CHANGED);
    }

    static Optional<String> find(HttpParameters given, String name) {
        return given.getFirst(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    static <E extends Enum<E> & ClosedChoice> E choice(Class<E> choices, String name, String word) {
        return ClosedChoice.find(choices, word)
                .orElseThrow(() -> malformed(name, word, "use one of " + ClosedChoice.words(choices)));
    }

    static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    static UUID person(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException refused) {
            throw malformed(field, text, "give an id, such as 01890a5d-ac96-774b-bcce-b302099a8057");
        }
    }

    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException refused) {
            throw malformed(field, text, "give a day such as 2026-12-31");
        }
    }

    static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
