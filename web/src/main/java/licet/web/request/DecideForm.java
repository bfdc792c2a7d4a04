package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.approval.NewVote;
import licet.registry.approval.Vote;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides, as it was typed.
 *
 * @param round that they looked at
 * @param say stage, and after a colon the colleague for whom they decide
 * @param condition what has to be done, with its owner and its day in the same place of the other lists
 */
@Serdeable
public record DecideForm(
        @Nullable String round,
        @Nullable String say,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable List<String> condition,
        @Nullable List<String> owner,
        @Nullable List<String> due) {
    static final int ROWS = 3;

    NewVote vote(Colleagues colleagues) {
        String[] said = AskForm.text(say).split(":", 2);
        return new NewVote(
                number(),
                said[0],
                ClosedChoice.find(Vote.Decision.class, AskForm.text(decision))
                        .orElseThrow(() -> malformed("/decision", "say what you decide")),
                AskForm.text(reason),
                conditions(colleagues),
                said.length > 1 ? Optional.of(person(said[1])) : Optional.empty());
    }

    private int number() {
        try {
            return Integer.parseInt(AskForm.text(round));
        } catch (NumberFormatException e) {
            throw malformed("/reason", "look at the request again; the form was not whole");
        }
    }

    private static UUID person(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw malformed("/say", "choose for whom you decide");
        }
    }

    private List<Vote.Condition> conditions(Colleagues colleagues) {
        var all = new ArrayList<Vote.Condition>();
        for (int row = 0; row < ROWS; row++) {
            String words = at(condition, row);
            if (!words.isEmpty()) {
                all.add(new Vote.Condition(words, colleagues.named("/condition", at(owner, row)), day(at(due, row))));
            }
        }
        return all;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw malformed("/condition", "give each condition a day such as 2026-12-31");
        }
    }

    private static RuntimeException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }

    Map<String, String> values() {
        var all = new HashMap<String, String>();
        all.put("say", AskForm.text(say));
        all.put("decision", AskForm.text(decision));
        all.put("reason", AskForm.text(reason));
        for (int row = 0; row < ROWS; row++) {
            all.put("condition" + row, at(condition, row));
            all.put("owner" + row, at(owner, row));
            all.put("due" + row, at(due, row));
        }
        return all;
    }

    private static String at(@Nullable List<String> values, int row) {
        return values == null || row >= values.size() ? "" : values.get(row).strip();
    }
}
