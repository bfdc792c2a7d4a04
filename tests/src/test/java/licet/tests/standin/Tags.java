package licet.tests.standin;

import java.util.ArrayList;
import java.util.List;
import licet.tests.standin.Draw.Aspect;

/** The tags of a model: what the Hub derives, then as many free ones as models have. */
final class Tags {
    private static final List<String> FREE = List.of(
            "conversational",
            "custom_code",
            "endpoints_compatible",
            "text-generation-inference",
            "eval-results",
            "code",
            "math",
            "reasoning",
            "multilingual",
            "distillation",
            "long-context",
            "agent",
            "tool-use",
            "merge",
            "roleplay",
            "finance",
            "biology",
            "chemistry",
            "medical",
            "legal");
    private static final List<String> LANGUAGES = List.of(
            "en", "zh", "de", "fr", "es", "it", "pt", "ja", "ko", "hi", "th", "ar", "ru", "no", "nl", "pl", "sv", "tr",
            "vi", "id", "uk", "cs", "fi", "da", "el", "he", "hu", "ro", "bn", "ta");

    private Tags() {}

    static List<String> of(Model model) {
        List<String> tags = new ArrayList<>();
        add(tags, model.library());
        add(tags, model.weights().equals("bin") ? "pytorch" : model.weights());
        add(tags, model.shape().type());
        add(tags, model.pipeline());
        tags.addAll(languages(model));
        model.baseId().ifPresent(base -> {
            tags.add("base_model:" + base);
            tags.add("base_model:" + model.relation() + ":" + base);
        });
        if (!model.license().isEmpty()) {
            tags.add("license:" + model.license());
        }
        addFree(tags, model);
        tags.add("region:us");
        return tags;
    }

    static List<String> languages(Model model) {
        long count = Figures.shipped().languages.pick(model.draw().at(Aspect.LANGUAGES));
        return LANGUAGES.subList(0, (int) Math.min(count, LANGUAGES.size()));
    }

    private static void addFree(List<String> tags, Model model) {
        Draw draw = model.draw().at(Aspect.TAGS);
        long count = Figures.shipped().tags.pick(draw);
        for (int i = 0; tags.size() < count - 1; i++) {
            String tag = FREE.get(draw.at(i).below(FREE.size()));
            tags.add(i < 3 ? tag : tag + "-" + i);
        }
    }

    private static void add(List<String> tags, String tag) {
        if (!tag.isEmpty()) {
            tags.add(tag);
        }
    }
}
