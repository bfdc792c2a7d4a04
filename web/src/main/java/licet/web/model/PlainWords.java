package licet.web.model;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.registry.decision.ModelDetail;
import licet.web.layout.Names;
import licet.web.layout.Texts;

/** Says what no license text explains: what it means that a model's origin is hinted at and not declared. */
@Singleton
final class PlainWords {
    private static final String UNDECLARED = "undeclared";
    private static final List<String> STRONGEST_FIRST = List.of("origin-statement", "named-base", "linked-model");

    private final Texts texts;
    private final Names names;

    PlainWords(Texts texts, Names names) {
        this.texts = texts;
        this.names = names;
    }

    /** Paragraphs, none where the reasons speak for themselves. */
    List<String> of(ModelDetail detail) {
        return detail.lineage().state().equals(UNDECLARED)
                ? strongest(detail).map(hint -> undeclared(detail, hint)).orElse(List.of())
                : List.of();
    }

    private static Optional<ModelDetail.Hint> strongest(ModelDetail detail) {
        return detail.lineage().hints().stream()
                .filter(hint -> hint.named().isPresent())
                .min(Comparator.comparingInt(PlainWords::rank)
                        .thenComparing(hint -> hint.license().isEmpty()));
    }

    private static int rank(ModelDetail.Hint hint) {
        int rank = STRONGEST_FIRST.indexOf(hint.kind());
        return rank < 0 ? STRONGEST_FIRST.size() : rank;
    }

    private List<String> undeclared(ModelDetail detail, ModelDetail.Hint hint) {
        var license = hint.license();
        var named = hint.named().orElseThrow();
        var first = license.isPresent()
                ? texts.get("plain.undeclared", own(detail), hint.at().file(), named, titles(license.get()))
                : texts.get("plain.undeclared.unread", own(detail), hint.at().file(), named);
        return List.of(first, texts.get("plain.settle"));
    }

    private String own(ModelDetail detail) {
        var weights = Optional.ofNullable(detail.artifacts().get("weights"))
                .map(ModelDetail.Artifact::candidates)
                .orElse(List.of());
        return weights.isEmpty()
                ? texts.get("evidence.nothing")
                : weights.stream().map(names::license).collect(Collectors.joining(" / "));
    }

    private String titles(String keys) {
        return List.of(keys.split(" or ")).stream().map(names::license).collect(Collectors.joining(" / "));
    }
}
