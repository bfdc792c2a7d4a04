package licet.registry.clearing;

import java.util.Optional;
import licet.registry.platform.Cursor;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of cases ended.
 *
 * @param models how many had the evidence of the last one
 */
record CasePlace(long models, String key, String kind) {
    /** Before every case. */
    static final CasePlace BEGIN = new CasePlace(Long.MAX_VALUE, "", "");

    private static final String SORT = "models";

    static CasePlace of(WaitingCase last) {
        return new CasePlace(last.models(), last.key(), last.kind().word());
    }

    /** @throws licet.registry.platform.problem.ProblemException malformed, where it is not the cursor of such a page */
    static CasePlace parse(String cursor) {
        return Cursor.parse(cursor, SORT)
                .flatMap(CasePlace::read)
                .orElseThrow(() -> new RegistryProblem.Malformed("cursor", cursor, "use the cursor of the page before")
                        .asException());
    }

    private static Optional<CasePlace> read(Cursor cursor) {
        @Nullable String value = cursor.value();
        int space = value == null ? -1 : value.indexOf(' ');
        return value == null || space < 0
                ? Optional.empty()
                : Optional.of(new CasePlace(cursor.id(), value.substring(space + 1), value.substring(0, space)));
    }

    String text() {
        return new Cursor(SORT, kind + " " + key, models).text();
    }
}
