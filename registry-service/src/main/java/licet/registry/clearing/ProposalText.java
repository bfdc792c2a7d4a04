package licet.registry.clearing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;

/** Proposals as programs send them. */
public final class ProposalText {
    private ProposalText() {}

    /** @throws licet.registry.platform.problem.ProblemException malformed, where it is none */
    public static ClearingDesk.Proposal read(String body) {
        var json = RequestJson.parse(body, "question", "key", "licenses", "parents", "reasons");
        return new ClearingDesk.Proposal(
                kind(json.text("question")), json.text("key"), answer(json), json.text("reasons"));
    }

    /** The same without reasons, which change nothing. */
    public static ClearingDesk.Proposal readUnreasoned(String body) {
        var json = RequestJson.parse(body, "question", "key", "licenses", "parents", "reasons");
        return new ClearingDesk.Proposal(
                kind(json.text("question")),
                json.text("key"),
                answer(json),
                json.findText("reasons").orElse(""));
    }

    private static Answer answer(RequestJson json) {
        Optional<JsonNode> licenses = json.find("licenses");
        Optional<JsonNode> parents = json.find("parents");
        return licenses.map(AnswerText::licenses)
                .or(() -> parents.map(AnswerText::parents))
                .orElseGet(Answer.TermsStand::new);
    }

    static QuestionKind kind(String word) {
        return ClosedChoice.find(QuestionKind.class, word)
                .orElseThrow(() -> new RegistryProblem.Malformed(
                                "/question", word, "use one of " + ClosedChoice.words(QuestionKind.class))
                        .asException());
    }
}
