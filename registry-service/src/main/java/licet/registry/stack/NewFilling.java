package licet.registry.stack;

import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.RequestJson;
import licet.rules.facts.DeploymentKey;

/**
 * What shall fill a slot.
 *
 * @param role key of a role that ships
 * @param revision commit; the newest on record without it
 * @param owner login of a member of the team; whoever asks without it
 * @param routing which traffic goes there
 */
public record NewFilling(
        String role,
        RepoId model,
        Optional<String> revision,
        DeploymentKey deployment,
        Optional<String> owner,
        Optional<String> routing) {
    private static final String COMMIT = "[0-9a-f]{40}";
    private static final int LONGEST = 500;

    public NewFilling {
        revision.ifPresent(NewFilling::requireCommit);
        routing.filter(text -> text.length() > LONGEST).ifPresent(text -> {
            throw NewStack.malformed("/routing", text, "write at most 500 characters");
        });
    }

    public static NewFilling parse(String body) {
        var json = RequestJson.parse(body, "role", "model", "revision", "deployment", "owner", "routing");
        return new NewFilling(
                json.text("role").strip(),
                model("/model", json.text("model")),
                given(json, "revision"),
                ModelParameters.deployment(json.text("deployment").strip()),
                given(json, "owner"),
                given(json, "routing"));
    }

    static Optional<String> given(RequestJson json, String field) {
        return json.findText(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    static RepoId model(String field, String text) {
        return RepoId.find(text.strip())
                .filter(id -> id.owner().isPresent())
                .orElseThrow(() -> NewStack.malformed(field, text, "write owner/name"));
    }

    static void requireCommit(String revision) {
        if (!revision.matches(COMMIT)) {
            throw NewStack.malformed(
                    "/revision",
                    revision,
                    "give the 40 hexadecimal digits of a commit, or none for the newest on record");
        }
    }
}
