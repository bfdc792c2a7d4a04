package licet.tests.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import licet.tests.standin.Draw.Aspect;

/** A model card: front matter as the model's traits give it, then prose of an ordinary length. */
final class Card {
    private static final int LONGEST_PROMPT = 2_000;

    private Card() {}

    /** The front matter as the Hub shows it; empty for a card without one. Values are texts or lists of texts. */
    static Map<String, Object> data(Model model) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (ending(model).isEmpty()) {
            return data;
        }
        List<String> languages = Tags.languages(model);
        if (!languages.isEmpty()) {
            data.put("language", languages.size() == 1 ? languages.getFirst() : languages);
        }
        addLicense(data, model);
        put(data, "library_name", model.library());
        put(data, "pipeline_tag", model.pipeline());
        model.baseId().ifPresent(base -> {
            data.put("base_model", List.of(base));
            data.put("base_model_relation", model.relation());
        });
        if (model.isGated()) {
            var prompt = new StringBuilder();
            Draw draw = model.draw().at(Aspect.CARD).at(3);
            Prose.fill(prompt, draw, 100 + draw.below(LONGEST_PROMPT));
            data.put(
                    "extra_gated_prompt",
                    prompt.toString().replaceAll("\\s+", " ").strip());
        }
        return data;
    }

    static byte[] body(Model model) {
        var out = new StringBuilder();
        Map<String, Object> data = data(model);
        if (!data.isEmpty()) {
            out.append("---\n");
            data.forEach((key, value) ->
                    out.append(key).append(": ").append(yaml(value)).append('\n'));
            out.append("---\n");
        }
        out.append("# ").append(model.name()).append("\n\n");
        model.baseId()
                .ifPresent(base -> out.append(
                        "This model was made from [%s](https://huggingface.co/%s).\n\n".formatted(base, base)));
        Draw draw = model.draw().at(Aspect.CARD).at(model.past().content());
        Prose.fill(out, draw, Math.max(Figures.shipped().cardBytes.pick(draw), out.length() + 40L));
        return Prose.bytes(ending(model).equals("crlf") ? out.toString().replace("\n", "\r\n") : out);
    }

    private static void addLicense(Map<String, Object> data, Model model) {
        put(data, "license", model.license());
        if (model.license().equals("other")) {
            int which = model.draw().at(Aspect.LICENSE).at(7).below(20);
            data.put("license_name", "stand-in-license-" + which);
            data.put("license_link", "LICENSE");
        }
    }

    private static String ending(Model model) {
        return Figures.shipped().frontMatter.pick(model.draw().at(Aspect.CARD).at(2));
    }

    private static void put(Map<String, Object> data, String key, String value) {
        if (!value.isEmpty()) {
            data.put(key, value);
        }
    }

    /** Texts are quoted: {@code no} is a language, not a refusal. */
    private static String yaml(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(Card::yaml).collect(Collectors.joining(", ", "[", "]"));
            default -> "\"" + value + "\"";
        };
    }
}
