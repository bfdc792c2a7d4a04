package licet.web.catalog;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A wish about a kept view.
 *
 * @param name as it was typed
 * @param parameters of the list from which it was sent
 */
@Serdeable
public record ViewForm(@Nullable String name, @Nullable String parameters) {
    String nameText() {
        return name == null ? "" : name;
    }

    String parametersText() {
        return parameters == null ? "" : parameters;
    }
}
