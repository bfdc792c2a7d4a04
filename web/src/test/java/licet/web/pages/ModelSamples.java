package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.decision.ModelDetail;
import licet.rules.explain.VerdictDocument;
import licet.rules.release.Release;
import licet.rules.release.Size;
import licet.web.model.Concluded;
import licet.web.model.EvidenceColumn;
import licet.web.model.EvidenceColumn.Place;
import licet.web.model.EvidenceColumn.Said;
import licet.web.model.EvidenceColumn.Standing;
import licet.web.model.LineageDrawing;
import licet.web.model.LineageView;
import licet.web.model.ModelView;
import licet.web.model.Opinion;

/** A model page with every part in use. */
final class ModelSamples {
    private ModelSamples() {}

    static ModelView undeclared() {
        return view(
                Samples.verdict(
                        "NEEDS",
                        "Whether this model may be used is open: its card names Llama 3.3 as its origin, and no base"
                                + " model is declared.",
                        Samples.reason(
                                "NEEDS",
                                "lineage",
                                "The card says that the model was made from Llama-3.3-70B-Instruct, but declares no"
                                        + " base model. Until a clearing settles the lineage, the MIT tag is not the whole"
                                        + " license.",
                                Optional.of("DeepSeek-R1-Distill-Llama-70B is derived from Llama3.3-70B-Instruct and is"
                                        + " originally licensed under llama3.3 license.")),
                        Samples.reason(
                                "NOTE",
                                "policy",
                                "Pilots of models from this developer are reviewed once a quarter.",
                                Optional.empty())),
                "model card");
    }

    static ModelView denied() {
        return view(
                Samples.verdict(
                        "DENY",
                        "Not permitted: Llama 4’s use policy withholds multimodal models from companies with their"
                                + " principal place of business in the European Union.",
                        Samples.reason(
                                "DENY",
                                "license",
                                "The licensee’s principal place of business is in Germany; the rights to multimodal"
                                        + " models are not granted there.",
                                Optional.empty())),
                "MIT License");
    }

    /** A model of which nothing was ever read. */
    static ModelView stated() {
        var read = denied();
        var said = new Release.Statement(
                "press articles", "mit", "text", Optional.of("The articles disagree on the date."));
        var head = new ModelView.Head(
                "deepseek-ai",
                "DeepSeek-V4-Pro",
                "DeepSeek",
                Optional.of("China"),
                false,
                "main",
                "unknown",
                "unknown",
                "",
                "none",
                true,
                Optional.of(new ModelDetail.Published(
                        "DeepSeek V4",
                        "2026-04",
                        Optional.of(new Size(1_600_000_000_000L, Optional.of(49_000_000_000L))),
                        "stated",
                        Optional.of(said))));
        return new ModelView(
                head,
                read.about(),
                List.of(),
                read.tabs(),
                read.opinion(),
                read.duties(),
                List.of(),
                List.of(),
                List.of(),
                read.lineage(),
                List.of(),
                List.of());
    }

    static ModelView hostile() {
        return view(
                Samples.verdict(
                        "NEEDS",
                        Samples.SCRIPT,
                        Samples.reason(
                                "NEEDS",
                                "lineage",
                                Samples.SCRIPT,
                                Optional.of("\"><img src=x onerror=alert(1)>" + Samples.SCRIPT))),
                Samples.SCRIPT);
    }

    private static ModelView view(VerdictDocument verdict, String value) {
        var place =
                new Place("README.md", Samples.REVISION, Optional.of(Samples.HASH), Optional.of(2), Optional.empty());
        var prose = new Place(
                "README.md",
                Samples.REVISION,
                Optional.of(Samples.HASH),
                Optional.of(187),
                Optional.of("derived from Llama3.3-70B-Instruct " + (value.startsWith("<") ? value : "")));
        return new ModelView(
                new ModelView.Head(
                        "deepseek-ai",
                        value.startsWith("<") ? value : "DeepSeek-R1-Distill-Llama-70B",
                        "DeepSeek",
                        Optional.of("China"),
                        value.startsWith("<"),
                        Samples.REVISION,
                        "text",
                        "up-to-100b",
                        "safetensors",
                        "none",
                        false,
                        Optional.empty()),
                RecordSamples.about(),
                List.of("In plain words: " + value),
                List.of(
                        new ModelView.Tab(
                                "Internal tool, small EU company",
                                "/models/deepseek-ai/DeepSeek-R1-Distill-Llama-70B?deployment=eu-internal",
                                true,
                                verdict.verdict()),
                        new ModelView.Tab(
                                "Customer product, 900 million users",
                                "/models/deepseek-ai/DeepSeek-R1-Distill-Llama-70B?deployment=large-product",
                                false,
                                "DENY"),
                        new ModelView.Tab(
                                "Hosted service, US start-up",
                                "/models/deepseek-ai/DeepSeek-R1-Distill-Llama-70B?deployment=us-hosting",
                                false,
                                "ALLOW")),
                new Opinion(verdict, OpinionSamples.questions(value)),
                OpinionSamples.duties(),
                List.of(
                        new Concluded(
                                "weights",
                                "identified",
                                List.of("MIT License"),
                                Optional.of("file-text"),
                                Optional.empty()),
                        new Concluded(
                                "code",
                                "unrecognized",
                                List.of("MIT License"),
                                Optional.empty(),
                                Optional.of(new Concluded.NearMissShown(
                                        "MIT License",
                                        94,
                                        List.of("except for companies above 20 million dollars of monthly revenue "
                                                + (value.startsWith("<") ? value : "")),
                                        List.of("Disclaimer"))))),
                List.of(ClearingSamples.confirmed()),
                List.of(
                        new EvidenceColumn(
                                "card-tag",
                                List.of(new Said("license: mit", Optional.of("MIT License"), Standing.AGREES, place))),
                        new EvidenceColumn(
                                "license-name",
                                List.of(new Said(value, Optional.empty(), Standing.UNRECOGNIZED, place))),
                        new EvidenceColumn(
                                "file",
                                List.of(
                                        new Said(
                                                "LICENSE",
                                                Optional.of("MIT License"),
                                                Standing.AGREES,
                                                new Place(
                                                        "LICENSE",
                                                        Samples.REVISION,
                                                        Optional.of(Samples.HASH),
                                                        Optional.empty(),
                                                        Optional.empty())),
                                        new Said(
                                                "LICENSE-CODE",
                                                Optional.of("94 % of MIT License"),
                                                Standing.NEAR_MISS,
                                                new Place(
                                                        "LICENSE-CODE",
                                                        Samples.REVISION,
                                                        Optional.of(Samples.HASH),
                                                        Optional.empty(),
                                                        Optional.of(
                                                                "except for companies above 20 million dollars"))))),
                        new EvidenceColumn("header", List.of())),
                lineage(prose, value),
                List.of(
                        new ModelView.SnapshotRow(
                                Samples.REVISION, Instant.parse("2026-05-04T09:11:00Z"), Samples.HASH, true),
                        new ModelView.SnapshotRow(
                                "0d6d11a6ea1187363aa7b78543f824fc02e06b14",
                                Instant.parse("2026-03-01T17:40:00Z"),
                                Samples.HASH,
                                false)),
                List.of(
                        new ModelView.FileRow(
                                "README.md",
                                "card",
                                Optional.of(18_972L),
                                Optional.of(Samples.HASH),
                                Optional.of("/models/deepseek-ai/DeepSeek-R1-Distill-Llama-70B/card")),
                        new ModelView.FileRow(
                                "LICENSE", "license", Optional.of(1_064L), Optional.of(Samples.HASH), Optional.empty()),
                        new ModelView.FileRow(
                                "model-00001-of-000017.safetensors",
                                "weights",
                                Optional.of(8_690_000_000L),
                                Optional.of(Samples.HASH),
                                Optional.empty()),
                        new ModelView.FileRow(
                                "config.json", "config", Optional.of(727L), Optional.empty(), Optional.empty())));
    }

    private static LineageView lineage(Place prose, String value) {
        var self = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";
        var instruct = "meta-llama/Llama-3.3-70B-Instruct";
        var base = "meta-llama/Llama-3.1-70B";
        return new LineageView(
                LineageDrawing.of(
                        List.of(
                                new LineageDrawing.Node(
                                        self,
                                        0,
                                        "DeepSeek-R1-Distill-Llama-70B",
                                        "deepseek-ai",
                                        "MIT License",
                                        Optional.empty()),
                                new LineageDrawing.Node(
                                        instruct,
                                        1,
                                        "Llama-3.3-70B-Instruct",
                                        "meta-llama",
                                        "Llama 3.3 Community License " + (value.startsWith("<") ? value : ""),
                                        Optional.of(LineageView.Standing.HINTED)),
                                new LineageDrawing.Node(
                                        base,
                                        2,
                                        "Llama-3.1-70B",
                                        "meta-llama",
                                        "Llama 3.1 Community License",
                                        Optional.of(LineageView.Standing.REPLACED))),
                        List.of(
                                new LineageDrawing.Edge(
                                        self, instruct, "origin-statement", "Llama 3.3 Community License", false),
                                new LineageDrawing.Edge(
                                        instruct, base, "finetune", "Llama 3.1 Community License", true))),
                List.of(
                        new LineageView.Step(
                                self,
                                "origin-statement",
                                Optional.of(instruct),
                                Optional.of("Llama 3.3 Community License"),
                                LineageView.Standing.HINTED,
                                Optional.of(prose)),
                        new LineageView.Step(
                                instruct,
                                "finetune",
                                Optional.of(base),
                                Optional.of("Llama 3.1 Community License"),
                                LineageView.Standing.REPLACED,
                                Optional.empty())));
    }
}
