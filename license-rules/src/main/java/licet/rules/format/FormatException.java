package licet.rules.format;

import java.util.List;

/** A file that does not follow its format: one line for each problem, with place, field, value and mend. */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public FormatException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
