package licet.registry.alert;

import java.util.Locale;
import java.util.Optional;

/**
 * What an alert concerns, for finding those who want to know.
 *
 * @param model the one concerned
 * @param family a name such as {@code llama}, where a whole family is concerned
 * @param deployment the one concerned, beside those for which the model is approved
 */
public record About(Optional<Named> model, Optional<String> family, Optional<String> deployment) {
    /** @param name {@code owner/name} as the Hub spells it */
    public record Named(long id, String name) {}

    public static About model(long id, String name) {
        return new About(Optional.of(new Named(id, name)), Optional.empty(), Optional.empty());
    }

    public static About family(String family) {
        return new About(Optional.empty(), Optional.of(family), Optional.empty());
    }

    public About in(String deployment) {
        return new About(model, family, Optional.of(deployment));
    }

    long modelId() {
        return model.map(Named::id).orElse(0L);
    }

    /** In lower case; empty without one. */
    public String modelName() {
        return model.map(Named::name).orElse("").toLowerCase(Locale.ROOT);
    }

    /** In lower case; empty without one. */
    String owner() {
        return modelName().contains("/") ? modelName().replaceFirst("/.*", "") : "";
    }

    /** What stands behind the owner. */
    String shortName() {
        return modelName().replaceFirst("^.*/", "");
    }

    /** In lower case; empty without one. */
    public String familyName() {
        return family.orElse("").toLowerCase(Locale.ROOT);
    }
}
