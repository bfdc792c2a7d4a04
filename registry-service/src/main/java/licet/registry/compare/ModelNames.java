package licet.registry.compare;

import io.micronaut.http.HttpParameters;
import java.util.Arrays;
import java.util.List;

/** Names of models as an address gives them: repeated, or with commas between them. */
public final class ModelNames {
    private static final String PARAMETER = "model";

    private ModelNames() {}

    /** In their order; fields that somebody left empty are no names. */
    public static List<String> of(HttpParameters parameters) {
        return parameters.getAll(PARAMETER).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
