package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.approval.NewVotes;
import licet.registry.approval.Vote;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * The same decision about several requests.
 *
 * @param request of each the id, the round that was looked at, the stage, and the colleague for whom it is, with spaces
 */
@Serdeable
public record BulkForm(
        @Nullable List<String> request,
        @Nullable String decision,
        @Nullable String reason) {
    private static final int PARTS = 4;

    NewVotes votes() {
        if (request == null || request.isEmpty()) {
            throw malformed("/requests", "choose at least one request");
        }
        var chosen = ClosedChoice.find(Vote.Decision.class, AskForm.text(decision))
                .orElseThrow(() -> malformed("/decision", "say what you decide"));
        return new NewVotes(
                chosen,
                AskForm.text(reason),
                request.stream().distinct().map(BulkForm::item).toList());
    }

    private static NewVotes.Item item(String typed) {
        String[] parts = typed.split(" ", PARTS);
        try {
            return new NewVotes.Item(
                    UUID.fromString(parts[0]),
                    Integer.parseInt(parts[1]),
                    parts[2],
                    parts.length == PARTS && !parts[3].isBlank()
                            ? Optional.of(UUID.fromString(parts[3].strip()))
                            : Optional.empty());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw malformed("/requests", "choose from the list; the form was not whole");
        }
    }

    Map<String, String> values() {
        return Map.of("reason", AskForm.text(reason), "decision", AskForm.text(decision));
    }

    private static RuntimeException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }
}
