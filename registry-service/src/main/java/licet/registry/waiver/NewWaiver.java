package licet.registry.waiver;

import java.time.Instant;
import java.util.Optional;
import licet.registry.instrument.NewPaper;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/**
 * What somebody proposes.
 *
 * @param finding id of the finding, as verdicts call it
 * @param source where the model comes from; empty for the Hub of this instance
 * @param everyModel whether for every model of the deployment with the same license text, or for this one only
 * @param reason 1 to 4,000 characters
 * @param link an address under https; it is shown and never read
 * @param document beside a link or in its place
 */
public record NewWaiver(
        String finding,
        Optional<String> source,
        ModelId model,
        DeploymentKey deployment,
        boolean everyModel,
        String reason,
        Instant until,
        Optional<String> link,
        Optional<NewPaper.File> document) {
    public NewWaiver {
        reason = WaiverText.words("/reason", reason);
        link = link.map(WaiverText::link);
        if (link.isEmpty() && document.isEmpty()) {
            throw WaiverText.malformed("/evidenceLink", null, "say where the evidence is, or attach it as a document");
        }
    }
}
