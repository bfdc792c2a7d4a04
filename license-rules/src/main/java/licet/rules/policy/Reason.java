package licet.rules.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import licet.rules.SourceText;

/** Reasons with holes such as {@code {{model.scan}}} that facts fill. */
final class Reason {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([a-z_.]+)\\s*}}");
    private static final Pattern ANY_HOLE = Pattern.compile("\\{\\{[^}]*}?}?");

    private Reason() {}

    /** Names of the facts that a reason speaks of. */
    static List<String> facts(SourceText because) {
        return HOLE.matcher(because.text())
                .results()
                .map(hole -> hole.group(1))
                .filter(name -> Vocabulary.find(name).isPresent())
                .toList();
    }

    static void check(String where, SourceText because, List<PolicyProblem.Problem> problems) {
        ANY_HOLE.matcher(because.text()).results().forEach(hole -> check(where, because, hole, problems));
    }

    private static void check(
            String where, SourceText because, MatchResult hole, List<PolicyProblem.Problem> problems) {
        var name = HOLE.matcher(hole.group());
        boolean fits = name.matches() && Vocabulary.find(name.group(1)).isPresent();
        if (!fits) {
            String written = hole.group().replaceAll("[{}\\s]", "");
            problems.add(PolicyProblem.Problem.at(
                    because.at(hole.start()),
                    where,
                    "because speaks of the unknown '%s'".formatted(written),
                    "did you mean '{{%s}}'?".formatted(Vocabulary.nearest(written))));
        }
    }

    static String fill(SourceText because, Map<String, Object> values) {
        return HOLE.matcher(because.text())
                .replaceAll(hole -> Matcher.quoteReplacement(shown(values.getOrDefault(hole.group(1), "unknown"))));
    }

    private static String shown(Object value) {
        return switch (value) {
            case List<?> list when list.isEmpty() -> "none";
            case List<?> list -> list.stream().map(Reason::shown).collect(Collectors.joining(", "));
            case DatedFact dated -> dated.date().toString();
            case Boolean flag -> flag ? "yes" : "no";
            default -> String.valueOf(value);
        };
    }
}
