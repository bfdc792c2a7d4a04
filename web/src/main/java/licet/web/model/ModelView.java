package licet.web.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.decision.ModelDetail;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.VerdictDocument.Reason;
import licet.rules.explain.VerdictDocument.Source;

/** Everything that the page of one model shows for one deployment. */
public record ModelView(
        Head head,
        List<Tab> tabs,
        VerdictDocument verdict,
        List<Concluded> concluded,
        List<EvidenceColumn> evidence,
        LineageView lineage,
        List<SnapshotRow> snapshots,
        List<FileRow> files) {
    public ModelView {
        tabs = List.copyOf(tabs);
        concluded = List.copyOf(concluded);
        evidence = List.copyOf(evidence);
        snapshots = List.copyOf(snapshots);
        files = List.copyOf(files);
    }

    /** Reasons that make the answer what it is. */
    public List<Reason> deciding() {
        return verdict.reasons().stream()
                .filter(reason -> !reason.effect().equals("NOTE"))
                .toList();
    }

    /** Reasons that are worth knowing and change nothing. */
    public List<Reason> notes() {
        return verdict.reasons().stream()
                .filter(reason -> reason.effect().equals("NOTE"))
                .toList();
    }

    /** Reasons that ask people for something, facts or not. */
    public List<Reason> lacking() {
        return verdict.reasons().stream()
                .filter(reason -> reason.effect().equals("NEEDS"))
                .toList();
    }

    /** Several statements of one place are cited once. */
    public List<Source> sources(Reason reason) {
        return reason.evidence().stream().distinct().toList();
    }

    /** Where on the page a reason stands; ids are not enough, since one clause can speak at two nodes. */
    public String anchor(Reason reason) {
        return "reason-" + verdict.reasons().indexOf(reason);
    }

    /** The first reason of that id, absent when a question names none that is shown. */
    public Optional<String> anchorOf(String reasonId) {
        return verdict.reasons().stream()
                .filter(reason -> reason.id().equals(reasonId))
                .findFirst()
                .map(this::anchor);
    }

    public boolean hasDuties() {
        return !verdict.obligations().isEmpty()
                || !verdict.conditionalObligations().isEmpty();
    }

    /**
     * Which model this is.
     *
     * @param country of the developer, absent when it is not known
     * @param imported whether somebody brought it instead of the Hub
     * @param size bucket of the number of parameters
     * @param formats of the weights, in words
     * @param stated whether only somebody states that it exists
     */
    public record Head(
            String owner,
            String name,
            String developer,
            Optional<String> country,
            boolean imported,
            String revision,
            String modality,
            String size,
            String formats,
            String gating,
            boolean stated,
            Optional<ModelDetail.Published> release) {}

    /** One deployment to look from. */
    public record Tab(String name, String href, boolean current, String answer) {}

    public record SnapshotRow(String revision, Instant recorded, String evidenceDigest, boolean current) {}

    /** @param sha256 absent where the Hub does not tell it */
    public record FileRow(String path, String kind, Optional<Long> size, Optional<String> sha256) {}
}
