package licet.rules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.SourceText;

/** A reason with holes such as {@code {{model.scan}}} that facts fill. */
record Reason(List<Part> parts) {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([a-z_.]+)\\s*}}");
    private static final Pattern ANY_HOLE = Pattern.compile("\\{\\{[^}]*}?}?");

    sealed interface Part {
        record Words(String text) implements Part {}

        /** @param fact name of the fact whose value stands here */
        record Hole(String fact) implements Part {}
    }

    static Reason of(SourceText because) {
        var text = because.text();
        var parts = new ArrayList<Part>();
        int end = 0;
        for (var hole : HOLE.matcher(text).results().toList()) {
            parts.add(new Part.Words(text.substring(end, hole.start())));
            parts.add(new Part.Hole(hole.group(1)));
            end = hole.end();
        }
        parts.add(new Part.Words(text.substring(end)));
        return new Reason(parts);
    }

    /** Names of the facts that it speaks of. */
    Stream<String> facts() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Hole(var fact) ? Stream.of(fact) : Stream.empty())
                .filter(name -> Vocabulary.find(name).isPresent());
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

    String filled(Map<String, Object> values) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(
                    switch (part) {
                        case Part.Words(var words) -> words;
                        case Part.Hole(var fact) -> shown(values.getOrDefault(fact, "unknown"));
                    });
        }
        return text.toString();
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
