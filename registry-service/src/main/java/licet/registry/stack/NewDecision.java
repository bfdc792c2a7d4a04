package licet.registry.stack;

import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;

/**
 * What somebody decides about a slot.
 *
 * @param model that takes over, for what is replaced
 * @param revision of it; the newest on record without it
 */
public record NewDecision(Decision decision, String reason, Optional<RepoId> model, Optional<String> revision) {
    private static final int LONGEST = 4_000;

    public NewDecision {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw NewStack.malformed("/reason", reason, "write 1 to 4000 characters");
        }
        if ((decision == Decision.REPLACE) == model.isEmpty()) {
            throw NewStack.malformed(
                    "/model",
                    model.map(RepoId::value).orElse(null),
                    "name the model that takes over for what is replaced, and only then");
        }
        if (revision.isPresent() && model.isEmpty()) {
            throw NewStack.malformed("/revision", revision.get(), "give it for what is replaced only");
        }
    }

    public static NewDecision parse(String body) {
        var json = RequestJson.parse(body, "decision", "reason", "model", "revision");
        var word = json.text("decision");
        return new NewDecision(
                ClosedChoice.find(Decision.class, word)
                        .orElseThrow(() -> NewStack.malformed("/decision", word, "use renew, replace or retire")),
                json.text("reason").strip(),
                NewFilling.given(json, "model").map(text -> NewFilling.model("/model", text)),
                NewFilling.given(json, "revision"));
    }
}
