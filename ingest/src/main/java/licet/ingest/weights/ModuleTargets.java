package licet.ingest.weights;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Matches names of modules against the targets of a quantization. Targets come from strangers, so no regular expression of
 * theirs is run: of the Python ones only {@code .*}, {@code \.} and the anchors are understood, and others match nothing.
 */
final class ModuleTargets {
    private static final String EXPRESSION = "re:";
    private static final Pattern SYNTAX = Pattern.compile("[\\\\+?()\\[\\]{}|^$]");

    private ModuleTargets() {}

    /** The module that a tensor such as {@code a.b.weight_packed} belongs to. */
    static String module(String tensor) {
        int suffix = tensor.lastIndexOf(".weight");
        return suffix < 0 ? tensor : tensor.substring(0, suffix);
    }

    static boolean matches(String target, String module) {
        if (!target.startsWith(EXPRESSION)) {
            return target.equals(module);
        }
        String pattern = target.substring(EXPRESSION.length());
        pattern = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        pattern = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) : pattern + ".*";
        String glob = pattern.replace(".*", "*").replace("\\.", ".");
        return !SYNTAX.matcher(glob).find() && glob(glob, module);
    }

    /** A bare word excludes every tensor that contains it; one with {@code *} must match as a whole. */
    static boolean excludes(String part, String tensor) {
        return part.contains("*") ? glob(part, tensor) : tensor.contains(part);
    }

    /** Each literal piece is looked for after the one before it, which needs no going back. */
    static boolean glob(String pattern, String text) {
        List<String> pieces = List.of(pattern.split("\\*", -1));
        if (pieces.size() == 1) {
            return pattern.equals(text);
        }
        String first = pieces.getFirst();
        String last = pieces.getLast();
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || first.length() > end) {
            return false;
        }
        int at = first.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = text.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
