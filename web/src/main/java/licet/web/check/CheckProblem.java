package licet.web.check;

import java.io.Serial;

/** Why nothing can be checked, with the mend. */
public final class CheckProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    CheckProblem(String key, Object... values) {
        super(CheckTexts.get(key, values));
    }
}
