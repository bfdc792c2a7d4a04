package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.platform.http.Role;
import licet.rules.explain.VerdictDocument;
import licet.web.layout.Page;

/** Invented content in the shape of the real one, to render and to look at. */
final class Samples {
    static final String SCRIPT = "<script>alert('x')</script>";
    static final String HASH = "8f1c2d9be47a6035d1f8a3c4905be27716d0f4a2c9e83b5510ad7c66e2f9b041";
    static final String REVISION = "b1c0b44b4369b597ad119a196caf79a9c40e141e";

    private Samples() {}

    static Page page(Page.Section section) {
        return new Page(
                section,
                Optional.of(new Page.Account("ada", "form-token-of-ada", Set.of(Role.REQUESTER, Role.AUDITOR), 3)),
                true);
    }

    static Page openPage() {
        return new Page(Page.Section.NONE, Optional.empty(), false);
    }

    static VerdictDocument verdict(String answer, String sentence, VerdictDocument.Reason... reasons) {
        var cite = new VerdictDocument.Cite(
                "llama-3.3-community", "llama-3.3-community", "Llama 3.3 Community License Agreement", "1.b.i");
        return new VerdictDocument(
                VerdictDocument.SCHEMA,
                new VerdictDocument.ModelRef(
                        "deepseek-ai/DeepSeek-R1-Distill-Llama-70B", REVISION, "mit", "identified"),
                new VerdictDocument.DeploymentRef("eu-internal", "Internal tool, small EU company", 1),
                answer,
                answer.equals("ALLOW"),
                sentence,
                "Judged from version 1 of the deployment.",
                List.of(reasons),
                List.of(
                        new VerdictDocument.Duty(
                                "llama-3.3/copy",
                                "copy-of-terms",
                                "Hand a copy of the agreement to everybody who receives the weights.",
                                Optional.empty(),
                                cite,
                                Optional.empty()),
                        new VerdictDocument.Duty(
                                "llama-3.3/badge",
                                "badge",
                                "Show the words prominently on a related website or in the product.",
                                Optional.of("Built with Llama"),
                                cite,
                                Optional.empty())),
                List.of(new VerdictDocument.Duty(
                        "mistral/name",
                        "display-model-name",
                        "Display the name of the model in the user interface.",
                        Optional.empty(),
                        cite,
                        Optional.of("If the product has more than 100 million monthly users:"))),
                List.of(new VerdictDocument.Asked(
                        "lineage/undeclared",
                        "From which model were these weights made? A clearing by two persons settles it.",
                        List.of("lineage/undeclared"))),
                List.of(
                        "A lineage clearing that names meta-llama/Llama-3.3-70B-Instruct as the base and Llama 3.3 Community License as binding.",
                        "Another model: Qwen/Qwen2.5-32B-Instruct is permitted here."),
                List.of(new VerdictDocument.Flip(
                        "ALLOW",
                        List.of(new VerdictDocument.Step(
                                "clearing:lineage/undeclared", "instrument", "Have two people clear the lineage.")))),
                new VerdictDocument.Inputs(1, 1, "house-policy", 3, HASH, "1"),
                Instant.parse("2026-05-04T09:12:00Z"),
                Optional.of(Instant.parse("2026-08-02T00:00:00Z")));
    }

    static VerdictDocument.Reason reason(String effect, String topic, String text, Optional<String> passage) {
        return new VerdictDocument.Reason(
                "lineage/undeclared",
                effect,
                topic,
                text,
                "This concerns the undeclared lineage. " + text,
                topic.equals("license")
                        ? Optional.of(new VerdictDocument.Cite(
                                "llama-4-community", "llama-4-use-policy", "Llama 4 Acceptable Use Policy", "head"))
                        : Optional.empty(),
                topic.equals("policy")
                        ? Optional.of(new VerdictDocument.Rule("house-policy", 3, "pilot-review"))
                        : Optional.empty(),
                effect.equals("DENY") ? Optional.of("ours") : Optional.empty(),
                Optional.of("A lineage clearing by two persons"),
                List.of("deepseek-ai/DeepSeek-R1-Distill-Llama-70B", "meta-llama/Llama-3.3-70B-Instruct"),
                List.of(new VerdictDocument.Source(
                        "deepseek-ai/DeepSeek-R1-Distill-Llama-70B",
                        REVISION,
                        "README.md",
                        Optional.of(HASH),
                        Optional.of(187),
                        passage)),
                List.of(new VerdictDocument.FactShown(
                        "seat:acme", "Principal place of business", "Germany", Optional.empty(), Optional.empty())),
                List.of("agreement", "legal-position", "clearing"),
                effect.equals("WAIVED")
                        ? Optional.of(new VerdictDocument.Paper(
                                "agreement:12",
                                "agreement",
                                Optional.of(Instant.parse("2027-01-31T00:00:00Z")),
                                Optional.empty(),
                                Optional.empty()))
                        : Optional.empty());
    }
}
