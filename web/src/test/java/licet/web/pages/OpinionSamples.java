package licet.web.pages;

import java.util.List;
import java.util.Optional;
import licet.registry.whatif.AnswerForm;
import licet.rules.explain.VerdictDocument;
import licet.rules.obligation.Basis;
import licet.rules.obligation.Pack;
import licet.web.layout.FormProblem;
import licet.web.model.Duties;
import licet.web.model.OpenQuestion;
import licet.web.model.Opinion;
import licet.web.model.WhatIfView;

/** Questions of every kind, duties of every kind, and a supposed verdict. */
final class OpinionSamples {
    private static final String MODEL = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";

    private OpinionSamples() {}

    static List<OpenQuestion> questions(String value) {
        return List.of(
                question("deployment:commercial", "Is this use commercial?", AnswerForm.Kind.YES_NO, List.of()),
                question(
                        "figure:annual-revenue:acme:group:latest",
                        "Annual revenue of Acme",
                        AnswerForm.Kind.AMOUNT,
                        List.of("USD", "EUR")),
                question(
                        "deployment:outputs-train",
                        "What do the outputs train?",
                        AnswerForm.Kind.ONE,
                        List.of("nothing", "language-model")),
                question(
                        "deployment:recipients",
                        "Who receives weights? " + (value.startsWith("<") ? value : ""),
                        AnswerForm.Kind.SOME,
                        List.of("affiliate", "customer")),
                question("seat:acme", "Country of the seat", AnswerForm.Kind.COUNTRY, List.of()),
                question("deployment:places-of-use", "Where is it used?", AnswerForm.Kind.COUNTRIES, List.of()),
                question("entity:competes-with:acme", "With whom?", AnswerForm.Kind.KEYS, List.of()),
                question("deployment:derived-model-name", "Its name?", AnswerForm.Kind.TEXT, List.of()));
    }

    private static OpenQuestion question(String id, String text, AnswerForm.Kind kind, List<String> choices) {
        return new OpenQuestion(
                id,
                text,
                List.of("lineage/undeclared"),
                kind,
                choices.stream()
                        .map(choice -> new OpenQuestion.Choice(choice, choice))
                        .toList(),
                List.of(),
                Optional.empty());
    }

    static Duties duties() {
        var cite = new VerdictDocument.Cite(
                "llama-3.3-community", "llama-3.3-community", "Llama 3.3 Community License Agreement", "1.b.i");
        var basis = new Basis(List.of(MODEL), List.of(cite), Optional.empty());
        var open = new Basis(List.of(MODEL), List.of(cite), Optional.of("If the product has many users:"));
        var badge = item("llama/badge", "Show the words.", Optional.of("Built with Llama"), basis);
        var copy = new Pack.Copy(
                "llama-3.3-community",
                "Llama 3.3 Community License Agreement",
                true,
                List.of(new Pack.File(MODEL, Samples.REVISION, "LICENSE", Optional.of(Samples.HASH))),
                basis);
        var pack = new Pack(
                Pack.SCHEMA,
                "eu-internal",
                "Internal tool, small EU company",
                List.of(new Pack.Model(MODEL, Samples.REVISION, "NEEDS")),
                List.of(new Pack.Words("Llama 3.3 is licensed under its own agreement.", basis)),
                List.of(new Pack.Words("Built with Llama", basis)),
                new Pack.NameCheck(
                        Optional.empty(),
                        List.of(new Pack.Words("Llama", basis)),
                        Pack.NameCheck.State.NAME_MISSING,
                        Optional.of("Llama-acme")),
                List.of(copy),
                List.of(),
                List.of(),
                List.of(new Pack.Restriction("malware", "never", "Do not make malware.", basis)),
                List.of(badge),
                List.of(item("mistral/name", "Display the name.", Optional.empty(), open)));
        return new Duties(
                pack,
                List.of(new Duties.Group("ship", List.of(badge))),
                List.of(new Duties.File("NOTICE", "/models/" + MODEL + "/obligations/NOTICE?deployment=eu-internal")));
    }

    private static Pack.Item item(String id, String text, Optional<String> words, Basis basis) {
        return new Pack.Item(id, "ship", "badge", text, words, basis, Pack.Owner.EMPTY);
    }

    static WhatIfView supposed() {
        var before = Samples.verdict(
                "NEEDS", "It is open.", Samples.reason("NEEDS", "license", "A figure is missing.", Optional.empty()));
        var then = Samples.verdict(
                "DENY", "Not permitted.", Samples.reason("DENY", "license", "It is too large.", Optional.empty()));
        return new WhatIfView(
                MODEL,
                "eu-internal",
                true,
                before,
                new Opinion(then, questions("")),
                List.of(new WhatIfView.Supposition("seat:acme", "Country of the seat", "DE", List.of("DE"), false)),
                List.of(new FormProblem(
                        new OpenQuestion(
                                        "deployment:places-of-use",
                                        "",
                                        List.of(),
                                        AnswerForm.Kind.TEXT,
                                        List.of(),
                                        List.of(),
                                        Optional.empty())
                                .field(),
                        "Write countries.")));
    }
}
