package licet.web.fact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A fact that somebody should look at.
 *
 * @param what the fact in words
 * @param rhythm a word of the closed list of rhythms
 * @param action where the confirmation is sent; empty where only another figure helps, or the reader may not
 * @param confirmable false where only another figure helps
 * @param version the version that the reader looks at
 * @param figure place among the figures of the organization
 * @param correct where the fact is changed; empty where the reader may not
 */
public record ConfirmationRow(
        String what,
        String owner,
        String rhythm,
        LocalDate asOf,
        LocalDate due,
        boolean overdue,
        boolean confirmable,
        Optional<String> action,
        int version,
        Optional<Integer> figure,
        Optional<String> correct) {}
