package licet.web.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.clearing.Clearing;
import licet.registry.decision.ModelDetail;

/**
 * Everything that the page of one model shows for one deployment.
 *
 * @param clearings what people concluded about its evidence and what is in force
 */
public record ModelView(
        Head head,
        About about,
        List<String> plain,
        List<Tab> tabs,
        Opinion opinion,
        Duties duties,
        List<Concluded> concluded,
        List<Clearing> clearings,
        List<EvidenceColumn> evidence,
        LineageView lineage,
        List<SnapshotRow> snapshots,
        List<FileRow> files) {
    public ModelView {
        plain = List.copyOf(plain);
        tabs = List.copyOf(tabs);
        concluded = List.copyOf(concluded);
        clearings = List.copyOf(clearings);
        evidence = List.copyOf(evidence);
        snapshots = List.copyOf(snapshots);
        files = List.copyOf(files);
    }

    /** On the page itself nothing is supposed yet. */
    public List<WhatIfView.Supposition> nothingSupposed() {
        return List.of();
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
            Optional<ModelDetail.Published> release) {
        /** @param name of a page below that of the model, for instance {@code card} */
        public String part(String name) {
            return "/models/" + owner + "/" + this.name + "/" + name + (imported ? "?source=local" : "");
        }

        /** Models to take instead of it in a deployment. */
        public String alternatives(String deployment) {
            return "/models/" + owner + "/" + this.name + "/alternatives?deployment=" + deployment
                    + (imported ? "&source=local" : "");
        }

        /** The model beside others for a deployment. */
        public String compare(String deployment) {
            return "/compare?deployment=" + deployment + "&model=" + (imported ? "local:" : "") + owner + "/" + name;
        }

        /** The form that asks for approval of this revision in a deployment. */
        public String ask(String deployment) {
            return "/requests/new?model=" + owner + "/" + name + "&revision=" + revision + "&deployment=" + deployment
                    + (imported ? "&source=local" : "");
        }

        /** Where the model comes from, as forms send it; empty for the Hub. */
        public String source() {
            return imported ? "local" : "";
        }
    }

    /** One deployment to look from. */
    public record Tab(String name, String href, boolean current, String answer) {}

    public record SnapshotRow(String revision, Instant recorded, String evidenceDigest, boolean current) {}

    /**
     * @param sha256 absent where the Hub does not tell it
     * @param href where it can be read
     */
    public record FileRow(
            String path, String kind, Optional<Long> size, Optional<String> sha256, Optional<String> href) {}
}
