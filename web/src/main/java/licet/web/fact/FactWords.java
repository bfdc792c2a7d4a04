package licet.web.fact;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import licet.rules.explain.Messages;
import licet.web.layout.Texts;

/** Facts in the words of people: the same words in which verdicts speak of them. */
@Singleton
public final class FactWords {
    private static final String SEPARATOR = ", ";

    private final Texts texts;
    private final Messages rules = Messages.of(Texts.LOCALE);

    public FactWords(Texts texts) {
        this.texts = texts;
    }

    String label(String kind, Definition field) {
        return field.id().startsWith("acts.")
                ? capitalized(rules.get("act." + field.id().substring("acts.".length())))
                : texts.get(kind + ".field." + field.id());
    }

    /** One word of a closed list. */
    String word(String list, String choice) {
        return switch (list) {
            case "outputs-train", "field", "metric", "breadth", "business" ->
                capitalized(rules.get(list + "." + choice));
            default -> texts.get("fact." + list + "." + choice);
        };
    }

    /** @param typed as a form would hold it */
    String value(Definition field, List<String> typed) {
        String first = typed.isEmpty() ? "" : typed.getFirst();
        if (typed.equals(List.of(Definition.UNKNOWN))) {
            return texts.get("fact.unknown");
        }
        return switch (field.kind()) {
            case TEXT -> first.equals(Definition.NONE) ? texts.get("fact.none") : first;
            case ONE, ONE_OR_UNKNOWN, YES_NO -> field.list().isEmpty() ? first : word(field.list(), first);
            case SOME_OR_UNKNOWN -> typed.isEmpty() ? texts.get("fact.none") : words(field, typed);
            case COUNTRY -> CountryNames.name(first);
            case COUNTRIES ->
                first.equals(Definition.NONE)
                        ? texts.get("fact.none")
                        : Arrays.stream(first.split(SEPARATOR, -1))
                                .map(CountryNames::name)
                                .collect(Collectors.joining(SEPARATOR));
            case WORDS -> first.equals(Definition.NONE) ? texts.get("fact.none") : first;
        };
    }

    private String words(Definition field, List<String> typed) {
        return typed.stream().map(choice -> word(field.list(), choice)).collect(Collectors.joining(SEPARATOR));
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Texts.LOCALE) + text.substring(1);
    }
}
