package licet.registry.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import licet.rules.facts.Ids;

/**
 * A paper as the API shows it. What counsel wrote for counsel is never part of it.
 *
 * @param reference how verdicts cite it
 * @param state pending, acting, expired or revoked at the moment of the answer
 */
@Schema(name = "Instrument")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PaperDocument(
        long id,
        String reference,
        String kind,
        String state,
        String title,
        String party,
        String statement,
        Optional<String> text,
        Optional<String> textSha256,
        SortedSet<String> lifts,
        List<String> deployments,
        List<String> entities,
        List<String> models,
        List<String> acts,
        List<String> places,
        Instant from,
        Optional<Instant> until,
        Optional<Paper.Document> document,
        Optional<Long> replaces,
        Instant recordedAt,
        Optional<Ended> revoked) {
    @Schema(name = "InstrumentRevoked")
    record Ended(Instant at, String reason) {}

    @Schema(name = "InstrumentPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<PaperDocument> instruments, Optional<Long> next) {}

    static PaperDocument of(Paper paper, Instant now) {
        var content = paper.content();
        var reach = content.reach();
        return new PaperDocument(
                paper.id(),
                paper.reference(),
                content.kind().word(),
                paper.stateAt(now).word(),
                content.title(),
                content.party(),
                content.statement(),
                content.text(),
                content.textSha256(),
                content.lifts(),
                reach.deployments().stream().map(key -> key.value()).toList(),
                reach.licensees().stream().map(key -> key.value()).toList(),
                reach.models().stream().map(model -> model.value()).toList(),
                reach.acts().stream().map(Ids::of).toList(),
                reach.places().stream().map(country -> country.code()).toList(),
                content.from(),
                content.until(),
                paper.document(),
                paper.replaces(),
                paper.recordedAt(),
                paper.revocation().map(ended -> new Ended(ended.at(), ended.reason())));
    }
}
