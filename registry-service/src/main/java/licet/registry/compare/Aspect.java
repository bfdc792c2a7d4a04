package licet.registry.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.platform.ClosedChoice;
import licet.rules.explain.VerdictDocument;

/** In what models are held against each other. Dates and counters are not among it: they never agree. */
public enum Aspect implements ClosedChoice {
    ANSWER("answer", model -> model.opinion().answer()),
    REASONS("reasons", model -> ids(model.opinion().reasons(), VerdictDocument.Reason::id)),
    QUESTIONS("questions", model -> ids(model.opinion().questions(), VerdictDocument.Asked::id)),
    LICENSE("license", model -> model.license().candidates()),
    IDENTIFICATION("identification", model -> model.license().state()),
    LICENSE_CLASS("class", model -> model.license().classes()),
    DEVELOPER("developer", ComparedModel::developer),
    COUNTRY("country", ComparedModel::country),
    FAMILY("family", ComparedModel::family),
    MODALITY("modality", model -> model.traits().modality()),
    SIZE("size", model -> model.traits().size()),
    FORMATS("formats", model -> model.traits().formats()),
    GATED("gated", model -> model.traits().gated()),
    LINEAGE("lineage", ComparedModel::lineage),
    TIER("tier", ComparedModel::tier),
    SCAN("scan", model -> model.traits().scan()),
    HUB("hub", model -> List.of(model.hub().disabled(), model.hub().missing()));

    private final String word;
    private final Function<ComparedModel, Object> value;

    Aspect(String word, Function<ComparedModel, Object> value) {
        this.word = word;
        this.value = value;
    }

    @Override
    public String word() {
        return word;
    }

    /** In the order of this list; nothing where there is only one model. */
    static List<String> differing(List<ComparedModel> models) {
        return Arrays.stream(values())
                .filter(aspect -> models.stream().map(aspect.value).distinct().count() > 1)
                .map(Aspect::word)
                .toList();
    }

    private static <T> Object ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).collect(Collectors.toSet());
    }
}
