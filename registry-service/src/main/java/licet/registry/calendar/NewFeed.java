package licet.registry.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to read elsewhere.
 *
 * @param subject key of a team, family or stack; empty for the other scopes
 * @param kinds empty for all
 * @param alarms days before, each once, the farthest first
 */
public record NewFeed(String scope, String subject, Set<CalendarKind> kinds, List<Integer> alarms) {
    public static final List<Integer> USUAL_ALARMS = List.of(30, 7, 1);
    private static final Set<String> WITH_SUBJECT = Set.of("team", "family", "stack");
    private static final Set<String> WITHOUT = Set.of("all", "mine");
    private static final int FARTHEST = 365;
    private static final int MOST_ALARMS = 5;
    private static final int LONGEST = 100;

    public NewFeed {
        boolean named = WITH_SUBJECT.contains(scope);
        if (!named && !WITHOUT.contains(scope)) {
            throw malformed("/scope", scope, "use one of all, mine, team, family, stack");
        }
        if (named == subject.isBlank() || subject.length() > LONGEST) {
            throw malformed("/subject", subject, "give the key of a team, family or stack, and only for these scopes");
        }
        subject = subject.strip();
        kinds = Set.copyOf(kinds);
        if (alarms.size() > MOST_ALARMS || alarms.stream().anyMatch(days -> days < 0 || days > FARTHEST)) {
            throw malformed("/alarms", alarms.toString(), "give at most 5 numbers of days from 0 to 365");
        }
        alarms = List.copyOf(new TreeSet<>(alarms).descendingSet());
    }

    /** Reads the body of a request; what is wrong is named with its mend. */
    static NewFeed parse(String body) {
        var json = RequestJson.parse(body, "scope", "subject", "kinds", "alarms");
        return new NewFeed(
                json.text("scope"),
                json.findText("subject").orElse(""),
                json.find("kinds").map(NewFeed::kinds).orElse(Set.of()),
                json.find("alarms").map(NewFeed::alarms).orElse(USUAL_ALARMS));
    }

    private static Set<CalendarKind> kinds(JsonNode given) {
        var kinds = EnumSet.noneOf(CalendarKind.class);
        given.forEach(word -> kinds.add(kind("/kinds", word.asText())));
        return kinds;
    }

    static CalendarKind kind(String field, String word) {
        return ClosedChoice.find(CalendarKind.class, word)
                .orElseThrow(() -> malformed(field, word, "use one of " + ClosedChoice.words(CalendarKind.class)));
    }

    private static List<Integer> alarms(JsonNode given) {
        var days = new ArrayList<Integer>();
        for (var one : given) {
            if (!one.isInt()) {
                throw malformed("/alarms", one.toString(), "give numbers of days");
            }
            days.add(one.intValue());
        }
        return days;
    }

    static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
