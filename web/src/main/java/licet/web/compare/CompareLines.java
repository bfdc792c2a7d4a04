package licet.web.compare;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import licet.registry.compare.Aspect;
import licet.registry.compare.ComparedModel;
import licet.registry.compare.Comparison;
import licet.rules.explain.VerdictDocument;
import licet.rules.release.ReleaseDate;
import licet.web.compare.CompareView.Cell;
import licet.web.compare.CompareView.Group;
import licet.web.compare.CompareView.Item;
import licet.web.compare.CompareView.Line;
import licet.web.layout.Names;
import licet.web.layout.Show;
import licet.web.layout.Texts;

/** The lines of a comparison, each one property of all models in words. */
@Singleton
final class CompareLines {
    private final Names names;
    private final Texts texts;
    private final Show show;

    CompareLines(Names names, Texts texts) {
        this.names = names;
        this.texts = texts;
        this.show = new Show(texts);
    }

    List<Group> of(Comparison comparison) {
        return List.of(
                new Group("answer", answer(comparison)),
                new Group("origin", origin(comparison)),
                new Group("model", model(comparison)));
    }

    private List<Line> answer(Comparison all) {
        return List.of(
                line(
                        all,
                        Aspect.ANSWER,
                        model -> List.of(Item.of("").marked(model.opinion().answer()))),
                line(
                        all,
                        Aspect.REASONS,
                        model -> model.opinion().reasons().stream()
                                .map(this::reason)
                                .toList()),
                line(
                        all,
                        Aspect.QUESTIONS,
                        model -> model.opinion().questions().stream()
                                .map(question -> Item.of(question.text()))
                                .toList()),
                line(all, "duties", model -> List.of(Item.of(duties(all, model)))));
    }

    private List<Line> origin(Comparison all) {
        return List.of(
                line(
                        all,
                        Aspect.LICENSE,
                        model -> model.license().candidates().stream()
                                .map(key -> Item.of(names.license(key)).to("/licenses/" + key))
                                .toList()),
                words(
                        all,
                        Aspect.IDENTIFICATION,
                        "identification",
                        model -> model.license().state()),
                line(
                        all,
                        Aspect.LICENSE_CLASS,
                        model -> model.license().classes().stream()
                                .map(word -> Item.of(texts.get("license.class." + word)))
                                .toList()),
                line(
                        all,
                        Aspect.LINEAGE,
                        model -> lineage(model, all.deployment().key())),
                line(all, Aspect.DEVELOPER, model -> List.of(Item.of(names.developer(model.developer())))),
                line(
                        all,
                        Aspect.COUNTRY,
                        model -> List.of(Item.of(model.country()
                                .flatMap(names::country)
                                .orElseGet(() -> texts.get("country.unknown"))))));
    }

    private List<Line> model(Comparison all) {
        return List.of(
                line(
                        all,
                        Aspect.FAMILY,
                        model -> model.family().map(Item::of).stream().toList()),
                line(
                        all,
                        "released",
                        model -> model.released().map(ReleaseDate::new).map(show::day).map(Item::of).stream()
                                .toList()),
                words(all, Aspect.MODALITY, "modality", model -> model.traits().modality()),
                number(all, "parameters", model -> model.traits().parameters().map(show::parameters)),
                words(all, Aspect.SIZE, "size", model -> model.traits().size()),
                line(
                        all,
                        Aspect.FORMATS,
                        model -> model.traits().formats().isEmpty()
                                ? List.of()
                                : List.of(
                                        Item.of(String.join(", ", model.traits().formats())))),
                words(all, Aspect.GATED, "gating", model -> model.traits().gated()),
                words(all, Aspect.TIER, "compare.tier", ComparedModel::tier),
                words(all, Aspect.SCAN, "scan", model -> model.traits().scan()),
                words(all, Aspect.HUB, "compare.hub", CompareLines::onHub),
                number(all, "downloads", model -> model.hub().downloads().map(show::number)),
                number(all, "likes", model -> model.hub().likes().map(show::number)));
    }

    private static String onHub(ComparedModel model) {
        if (ComparePages.isImported(model)) {
            return "imported";
        }
        if (model.tier().equals("stated")) {
            return "unseen";
        }
        return model.hub().missing() ? "missing" : model.hub().disabled() ? "disabled" : "there";
    }

    private Item reason(VerdictDocument.Reason reason) {
        var item = Item.of(reason.text()).marked(reason.effect());
        return reason.clause()
                .map(cite -> item.to("/licenses/" + cite.license())
                        .noting(texts.get("compare.cite", cite.title(), show.section(cite.section()))))
                .or(() -> reason.rule()
                        .map(rule -> item.noting(texts.get(
                                "compare.cite",
                                texts.get("cite.policy", rule.policy(), rule.version()),
                                texts.get("cite.rule", rule.rule())))))
                .orElseGet(() -> item.noting(texts.get("topic." + reason.topic())));
    }

    private String duties(Comparison all, ComparedModel model) {
        long due = count(all, model, false);
        long conditional = count(all, model, true);
        return texts.get("compare.duties", due, conditional);
    }

    private static long count(Comparison all, ComparedModel model, boolean conditional) {
        return all.obligations().stream()
                .filter(duty -> duty.condition().isPresent() == conditional)
                .filter(duty -> duty.models().contains(model.asked()))
                .count();
    }

    private List<Item> lineage(ComparedModel model, String deployment) {
        var lineage = model.lineage();
        return Stream.of(
                        Stream.of(Item.of(texts.get("compare.lineage." + lineage.state()))),
                        lineage.bases().stream()
                                .map(base -> Item.of(texts.get("relation." + base.relation()) + " " + base.model())
                                        .to(CompareAddress.ofModel(base.model(), false, deployment))
                                        .noting(licenses(base.license()))),
                        lineage.gaps().stream()
                                .map(gap -> Item.of(texts.get("relation." + gap.relation()) + " " + gap.model())
                                        .noting(texts.get("compare.gap." + gap.reason()))))
                .flatMap(items -> items)
                .toList();
    }

    private String licenses(String joined) {
        return joined.isEmpty()
                ? texts.get("lineage.unknownLicense")
                : Stream.of(joined.split(" or "))
                        .map(names::license)
                        .reduce((left, right) -> left + " " + texts.get("evidence.or") + " " + right)
                        .orElse("");
    }

    private Line words(Comparison all, Aspect aspect, String list, Function<ComparedModel, String> word) {
        return line(all, aspect, model -> List.of(Item.of(show.word(list, word.apply(model)))));
    }

    private static Line number(Comparison all, String word, Function<ComparedModel, Optional<String>> figure) {
        return line(
                all, word, model -> figure.apply(model).map(Item::of).stream().toList());
    }

    private static Line line(Comparison all, Aspect aspect, Function<ComparedModel, List<Item>> items) {
        return new Line(aspect.word(), all.differing().contains(aspect.word()), cells(all, items));
    }

    private static Line line(Comparison all, String word, Function<ComparedModel, List<Item>> items) {
        return new Line(word, false, cells(all, items));
    }

    private static List<Cell> cells(Comparison all, Function<ComparedModel, List<Item>> items) {
        return all.models().stream()
                .map(model -> new Cell(model.model(), items.apply(model)))
                .toList();
    }
}
