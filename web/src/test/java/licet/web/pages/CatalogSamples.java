package licet.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import licet.registry.platform.problem.FieldError;
import licet.rules.release.ReleaseDate;
import licet.web.catalog.CatalogList;
import licet.web.catalog.CatalogSearch;
import licet.web.catalog.CatalogSearch.Chip;
import licet.web.catalog.CatalogSearch.Choice;
import licet.web.catalog.CatalogView;
import licet.web.catalog.FacetView;
import licet.web.catalog.KeptViews;
import licet.web.catalog.Selection;
import licet.web.layout.FormProblem;

/** Invented lists of models. */
final class CatalogSamples {
    private static final List<Choice> DEPLOYMENTS = List.of(
            new Choice("eu-internal", "Internal tool, small EU company", true),
            new Choice("large-product", "Customer product, 900 million users", false),
            new Choice("us-hosting", "Hosted service, US start-up", false));

    private CatalogSamples() {}

    static CatalogView catalog(List<CatalogView.Row> rows) {
        return catalog("", rows);
    }

    /** Narrowed by words and a license. */
    static CatalogView catalog(String words, List<CatalogView.Row> rows) {
        var chips = List.of(new Chip("“" + words + "”", "/?license=mit"), new Chip("License: MIT License", "/?q=x"));
        return view(words, words.isEmpty() ? List.of() : chips, rows, List.of(), List.of());
    }

    /** Nothing is chosen, and the name of a view is taken. */
    static CatalogView refused() {
        return view(
                "",
                List.of(),
                rows(),
                List.of(),
                List.of(
                        new FormProblem("chosen", "Choose at least one model."),
                        new FormProblem("view-name", "Choose another name.")));
    }

    static CatalogView misunderstood() {
        return view(
                "",
                List.of(),
                List.of(),
                List.of(
                        new FieldError("license", Samples.SCRIPT, "use one of mit"),
                        new FieldError("color", null, "use one of q, sort")),
                List.of());
    }

    private static CatalogView view(
            String words,
            List<Chip> chips,
            List<CatalogView.Row> rows,
            List<FieldError> wrong,
            List<FormProblem> problems) {
        var sorts = List.of(new Choice("name", "Name", true), new Choice("released", "Newest first", false));
        return new CatalogView(
                new CatalogSearch(words, sorts, List.of("DENY"), chips),
                facets(),
                list(rows),
                new Selection("q=x", Set.of("Qwen/Qwen2.5-32B-Instruct"), DEPLOYMENTS),
                kept(problems.isEmpty() ? "" : "Free to use"),
                wrong,
                problems,
                Optional.of("acme/model"));
    }

    private static CatalogList list(List<CatalogView.Row> rows) {
        return new CatalogList(
                DEPLOYMENTS.stream()
                        .map(one -> new CatalogView.Column(one.value(), one.label()))
                        .toList(),
                rows,
                new CatalogView.Count(rows.size(), false),
                Optional.of("/?cursor=bmV4dA"),
                Optional.empty(),
                "/models.csv",
                "/models.json");
    }

    private static KeptViews kept(String name) {
        return new KeptViews(
                List.of(
                        new KeptViews.Kept(new UUID(1, 1), "Free to use", "/?class=permissive", true, Optional.empty()),
                        new KeptViews.Kept(new UUID(1, 2), "Old", "/?license=x", false, Optional.of("use one of mit"))),
                "class=permissive",
                name,
                Optional.of("form-token-of-ada"));
    }

    private static List<FacetView> facets() {
        var answers = List.of("ALLOW", "NEEDS", "DENY").stream()
                .map(answer -> new FacetView.Option(
                        "verdict-eu-internal-" + answer,
                        "verdict",
                        "eu-internal:" + answer,
                        answer,
                        Optional.of("12"),
                        Optional.of(answer),
                        answer.equals("DENY")))
                .toList();
        var top = List.of(option("mit", "MIT License", true), option("apache-2.0", "Apache License 2.0", false));
        var more = List.of(option("llama-3.1", "Llama 3.1 Community License", false));
        return List.of(
                new FacetView(
                        "facet-verdict",
                        "Verdict",
                        true,
                        List.of(new FacetView.Group(
                                Optional.of("Internal tool, small EU company"), answers, List.of()))),
                new FacetView(
                        "facet-license", "License", false, List.of(new FacetView.Group(Optional.empty(), top, more))));
    }

    private static FacetView.Option option(String value, String label, boolean chosen) {
        return new FacetView.Option(
                "license-" + value, "license", value, label, Optional.empty(), Optional.empty(), chosen);
    }

    static List<CatalogView.Row> rows() {
        return List.of(
                row(
                        "deepseek-ai",
                        "DeepSeek-R1-Distill-Llama-70B",
                        "DeepSeek",
                        "China",
                        "MIT License",
                        "identified",
                        70_553_706_496L,
                        "NEEDS NEEDS NEEDS"),
                row(
                        "deepseek-ai",
                        "DeepSeek-V3",
                        "DeepSeek",
                        "China",
                        "DeepSeek Model License 1.0",
                        "conflicting",
                        684_531_386_000L,
                        "ALLOW ALLOW NEEDS"),
                row(
                        "meta-llama",
                        "Llama-3.1-8B",
                        "Meta",
                        "United States",
                        "Llama 3.1 Community License",
                        "identified",
                        8_030_261_248L,
                        "ALLOW DENY ALLOW"),
                row(
                        "meta-llama",
                        "Llama-3.3-70B-Instruct",
                        "Meta",
                        "United States",
                        "Llama 3.3 Community License",
                        "identified",
                        70_553_706_496L,
                        "ALLOW DENY ALLOW"),
                row(
                        "meta-llama",
                        "Llama-4-Scout-17B-16E-Instruct",
                        "Meta",
                        "United States",
                        "Llama 4 Community License",
                        "identified",
                        108_641_793_536L,
                        "DENY DENY ALLOW"),
                row(
                        "mistralai",
                        "Mistral-Medium-3.5-128B",
                        "Mistral AI",
                        "France",
                        "Mistral modified MIT License",
                        "near",
                        128_000_000_000L,
                        "NEEDS DENY NEEDS"),
                row(
                        "Qwen",
                        "Qwen2.5-32B-Instruct",
                        "Alibaba Cloud",
                        "China",
                        "Apache License 2.0",
                        "identified",
                        32_763_876_352L,
                        "ALLOW ALLOW ALLOW"),
                row(
                        "Qwen",
                        "Qwen2.5-72B-Instruct",
                        "Alibaba Cloud",
                        "China",
                        "Qwen License Agreement",
                        "identified",
                        72_706_203_648L,
                        "ALLOW NEEDS ALLOW"));
    }

    static CatalogView.Row row(
            String owner,
            String name,
            String developer,
            String country,
            String license,
            String state,
            long size,
            String answers) {
        var href = "/models/" + owner + "/" + name;
        var deployments = List.of("eu-internal", "large-product", "us-hosting");
        var words = List.of(answers.split(" "));
        var marks = IntStream.range(0, 3)
                .mapToObj(i -> new CatalogView.Mark(
                        words.get(i), deployments.get(i), href + "?deployment=" + deployments.get(i)))
                .toList();
        return new CatalogView.Row(
                owner,
                name,
                owner + "/" + name,
                name.startsWith("<"),
                href,
                new CatalogView.Developer(developer, Optional.of(new CatalogView.Country("XX", country))),
                new CatalogView.LicenseShown(Optional.of(license), state.equals("near") ? "unrecognized" : state),
                Optional.of(new ReleaseDate("2025-01-20")),
                Optional.of(size),
                false,
                marks);
    }
}
