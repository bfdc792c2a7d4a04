package licet.rules.policy;

import dev.cel.common.ast.CelExpr;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.rules.SourceText;
import licet.rules.Spelling;

/** Says in the words of policy authors what the expression compiler found, and what to write instead. */
final class CelMends {
    private static final Pattern NO_FIELD = Pattern.compile("undefined field '(\\w+)'");
    private static final Pattern NO_NAME = Pattern.compile("undeclared reference to '([^']+)'");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '\\(([^)]*)\\)'");
    private static final Map<String, String> OPERATORS = Map.of(
            "_==_", "==", "_!=_", "!=", "@in", "in", "_&&_", "&&", "_||_", "||", "!_", "!", "_[_]", "[ ]", "_?_:_",
            "? :");

    private CelMends() {}

    static PolicyProblem.Problem of(String message, String where, SourceText source, int offset) {
        var place = source.at(offset);
        Matcher field = NO_FIELD.matcher(message);
        if (field.find()) {
            String name = word(source.text(), offset) + "." + field.group(1);
            return PolicyProblem.Problem.at(
                    place,
                    where,
                    "there is no fact '%s'".formatted(name),
                    "did you mean '%s'?".formatted(Vocabulary.nearest(name)));
        }
        Matcher name = NO_NAME.matcher(message);
        if (name.find()) {
            return PolicyProblem.Problem.at(
                    place,
                    where,
                    "'%s' is not known".formatted(name.group(1)),
                    "did you mean '%s'? %s"
                            .formatted(
                                    Spelling.nearest(
                                            name.group(1),
                                            java.util.List.of(
                                                    "model", "deployment", "organization", "region", "olderThan")),
                                    "Conditions ask for facts of model, deployment and organization"));
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.find()) {
            return PolicyProblem.Problem.at(
                    place,
                    where,
                    "'%s' does not take %s".formatted(shown(overload.group(1)), types(overload.group(2))),
                    "compare texts with texts in quotes, lists with in or exists, and dates with olderThan only");
        }
        return PolicyProblem.Problem.at(
                place,
                where,
                "cannot be read: "
                        + message.replaceFirst(" expecting .*", "")
                                .lines()
                                .findFirst()
                                .orElse("")
                                .strip(),
                "check the operators, quotes and brackets here");
    }

    /** The word that ends at an offset, for example the structure before a dot. */
    private static String word(String text, int offset) {
        int start = Math.min(offset, text.length());
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, Math.min(offset, text.length()));
    }

    private static String types(String written) {
        return written.replace("list(string)", "list of texts")
                .replace("string", "text")
                .replace("bool", "true or false")
                .replace("int", "number")
                .replace(", ", " and ");
    }

    /** An operator or function as authors write it. */
    static String shown(String function) {
        return OPERATORS.getOrDefault(function, function.replace("_", ""));
    }

    static String shown(CelExpr fact) {
        return switch (fact.getKind()) {
            case SELECT ->
                fact.select().operand().identOrDefault().name() + "."
                        + fact.select().field();
            case IDENT -> fact.ident().name();
            case CALL, COMPREHENSION, CONSTANT, LIST, MAP, NOT_SET, STRUCT -> "this";
        };
    }
}
