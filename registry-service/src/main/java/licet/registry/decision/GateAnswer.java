package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.Refs;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Ids;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Instrument;

/**
 * What the gate says: the verdict, and beside it what people decided and what it was made from.
 *
 * @param resolved which commit the branch or tag named that was asked for
 * @param snapshot what was read of the model; absent where nothing was
 * @param approval what people approved and the answer stands on, with its end
 * @param waivers that the answer stands on
 * @param approved commits with an approval whose term runs, the newest first
 * @param permalink address of the same question at the same commit
 * @param page address for people
 */
@Schema(name = "GateAnswer")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record GateAnswer(
        @JsonUnwrapped VerdictDocument document,
        Optional<Resolved> resolved,
        Optional<Snapshot> snapshot,
        Optional<VerdictDocument.Paper> approval,
        List<VerdictDocument.Paper> waivers,
        List<ApprovedRevisions.Approved> approved,
        String permalink,
        String page) {
    GateAnswer {
        waivers = List.copyOf(waivers);
        approved = List.copyOf(approved);
    }

    /** @param seenAt when the Hub was asked: it can have moved since */
    @Schema(name = "GateResolvedRef")
    record Resolved(String ref, String commit, Instant seenAt) {
        static Optional<Resolved> of(String name, Refs.Ref ref) {
            return ref.commit().map(commit -> new Resolved(name, commit, ref.seenAt()));
        }
    }

    /** @param evidence digest of everything that was read */
    @Schema(name = "GateSnapshot")
    record Snapshot(long id, String evidence, Instant takenAt) {
        static Snapshot of(Catalog.Read read) {
            return new Snapshot(read.snapshot(), read.evidence(), read.takenAt());
        }
    }

    static GateAnswer of(
            VerdictDocument verdict,
            Optional<Resolved> resolved,
            Optional<Catalog.Read> read,
            List<ApprovedRevisions.Approved> approved,
            GateLinks.Links links) {
        return new GateAnswer(
                verdict,
                resolved,
                read.map(Snapshot::of),
                acting(verdict, Instrument.Kind.APPROVAL).findFirst(),
                acting(verdict, Instrument.Kind.WAIVER).toList(),
                approved,
                links.permalink(),
                links.page());
    }

    private static Stream<VerdictDocument.Paper> acting(VerdictDocument verdict, Instrument.Kind kind) {
        return verdict.reasons().stream()
                .flatMap(reason -> reason.instrument().stream())
                .filter(paper -> paper.kind().equals(Ids.of(kind)))
                .distinct();
    }

    byte[] bytes() {
        return GateResponses.bytes(this);
    }

    /** Weak: the same answer, whenever it was given. */
    String tag() {
        return "W/\"" + CanonicalJson.digest(List.of(without(document), approved)) + '"';
    }

    private static VerdictDocument without(VerdictDocument given) {
        return new VerdictDocument(
                given.schema(),
                given.model(),
                given.deployment(),
                given.verdict(),
                given.permitted(),
                given.sentence(),
                given.paragraph(),
                given.reasons(),
                given.obligations(),
                given.conditionalObligations(),
                given.questions(),
                given.changes(),
                given.flips(),
                given.inputs(),
                Instant.EPOCH,
                given.validUntil());
    }
}
