package licet.web.fact;

import java.util.List;
import java.util.stream.Stream;
import licet.rules.facts.Ids;

/**
 * One fact as forms ask for it.
 *
 * @param id path of the field in the written form, for example {@code places.use}
 * @param list name of the closed list that the choices are taken from; empty where there is none
 */
record Definition(String id, Kind kind, String list, List<String> choices) {
    static final String UNKNOWN = "unknown";
    static final String NONE = "none";

    enum Kind {
        TEXT,
        /** One of the choices; there is always an answer. */
        ONE,
        /** One of the choices, or nobody knows. */
        ONE_OR_UNKNOWN,
        SOME_OR_UNKNOWN,
        YES_NO,
        COUNTRY,
        COUNTRIES,
        /** Keys with commas between them. */
        WORDS
    }

    static Definition plain(String id, Kind kind) {
        return new Definition(id, kind, "", List.of());
    }

    static Definition yesNo(String id) {
        return new Definition(id, Kind.YES_NO, "answer", List.of("yes", "no", UNKNOWN));
    }

    static Definition of(String id, Kind kind, String list, Enum<?>... choices) {
        return new Definition(id, kind, list, Stream.of(choices).map(Ids::of).toList());
    }

    /** Whether the answer is a list. */
    boolean isList() {
        return switch (kind) {
            case SOME_OR_UNKNOWN, COUNTRIES, WORDS -> true;
            case TEXT, ONE, ONE_OR_UNKNOWN, YES_NO, COUNTRY -> false;
        };
    }
}
