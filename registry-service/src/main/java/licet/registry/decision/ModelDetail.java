package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.Recorded;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Ids;
import licet.rules.release.Release;
import licet.rules.release.ReleaseDate;
import licet.rules.release.Size;

/**
 * Everything on record about one model.
 *
 * @param stated whether somebody states that this model exists and no evidence of it was ever seen
 * @param release what is known of its publication
 * @param recorded what is known besides the license
 * @param artifacts identification by artifact (weights, code, tokenizer, documentation)
 * @param evidence each source as it was said
 * @param verdicts one for each deployment, in the order of their keys
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ModelDetail(
        String model,
        String revision,
        String source,
        String developer,
        String country,
        boolean stated,
        Optional<Published> release,
        Traits traits,
        Recorded recorded,
        Map<String, Artifact> artifacts,
        List<Statement> evidence,
        Lineage lineage,
        List<Catalog.SnapshotRow> snapshots,
        List<Catalog.FileRow> files,
        List<VerdictDocument> verdicts) {

    /**
     * @param released a day such as 2026-04-29, or a month such as 2026-04 where no day is known
     * @param basis license-text, general-knowledge or stated
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Published(
            String family,
            String released,
            Optional<Size> parameters,
            String basis,
            Optional<Release.Statement> stated) {
        /** For readers of this program; the text says it to others. */
        @JsonIgnore
        public ReleaseDate date() {
            return new ReleaseDate(released);
        }

        static Published of(Release release) {
            return new Published(
                    release.family(),
                    release.released().text(),
                    release.parameters(),
                    Ids.of(release.basis()),
                    release.stated());
        }
    }

    public record Traits(String modality, String gated, String scan, List<String> formats, String size) {}

    /** @param candidates texts that can govern; one when identified */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Artifact(
            String state,
            List<String> candidates,
            Optional<String> basis,
            Optional<NearMiss> nearMiss,
            List<VerdictDocument.Source> evidence) {}

    /** @param similarity share of equal words, 0 to 1 */
    public record NearMiss(String license, double similarity, List<String> added, List<String> missing) {}

    /**
     * One source.
     *
     * @param source card-tag, license-name, license-link, file-text, file-unread or header-field
     * @param says what it says, in its own words, or why it could not be read
     */
    public record Statement(String source, String says, VerdictDocument.Source at) {}

    /** @param hints signs of an origin that no edge declares */
    public record Lineage(String state, List<Node> nodes, List<Gap> gaps, List<Hint> hints) {}

    /**
     * @param path relations from the model to this node, empty for the model itself
     * @param parentOf the model of which this one is a declared base, empty for the model itself
     * @param superseded whether a later text of the same developer replaces this node's terms
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Node(
            String model,
            List<String> path,
            Optional<String> parentOf,
            String revision,
            String developer,
            String license,
            String state,
            boolean superseded) {}

    public record Gap(String parent, List<String> path, String reason, VerdictDocument.Source at) {}

    /** @param license what the named model stands under, where it is on record */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Hint(String kind, Optional<String> named, Optional<String> license, VerdictDocument.Source at) {}
}
