package licet.registry.change;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.FormatException;

/** What the readers of files say about a text, told field by field as JSON pointers. */
final class FieldProblems {
    private static final Pattern LINE = Pattern.compile("[^:]*:\\d+: (?:([a-z][\\w.\\[\\]-]*): )?(.*)", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("(?:unknown )?field '([^']+)'.*", Pattern.DOTALL);
    /** A rule over several fields begins with the one that breaks it. */
    private static final Pattern NAMED = Pattern.compile("([a-z-]+(?:\\.[a-z-]+)+) .*", Pattern.DOTALL);

    private FieldProblems() {}

    static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (FormatException unreadable) {
            throw of(unreadable.problems());
        }
    }

    static ProblemException of(List<String> lines) {
        return new RegistryProblem.Malformed(
                        lines.stream().map(FieldProblems::error).toList())
                .asException();
    }

    static ProblemException at(String pointer, String value, String mend) {
        return new RegistryProblem.Malformed(pointer, value, mend).asException();
    }

    private static FieldError error(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return new FieldError("/", null, line);
        }
        String path = parts.group(1) == null ? "" : parts.group(1);
        String text = parts.group(2);
        var missing = MISSING.matcher(text);
        if (missing.matches()) {
            path += (path.isEmpty() ? "" : ".") + missing.group(1);
        }
        var named = NAMED.matcher(text);
        if (path.isEmpty() && named.matches()) {
            path = named.group(1);
        }
        return new FieldError(pointer(path), null, text);
    }

    private static String pointer(String path) {
        return "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
    }
}
