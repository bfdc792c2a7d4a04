package licet.rules.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.rules.Check;
import licet.rules.evidence.ModelId;

/** Releases by model. No rule reads them, so they are no part of the knowledge that verdicts rest on. */
public final class Releases {
    private final Map<String, Release> byName = new LinkedHashMap<>();

    public Releases(List<Release> releases) {
        for (Release release : releases) {
            Check.that(
                    byName.put(key(release.model()), release) == null,
                    "two releases are of the model " + release.model());
        }
    }

    /** In the order of the file. */
    public List<Release> list() {
        return List.copyOf(byName.values());
    }

    /** By the model's name, ignoring case. */
    public Optional<Release> find(ModelId model) {
        return Optional.ofNullable(byName.get(key(model)));
    }

    private static String key(ModelId model) {
        return model.value().toLowerCase(Locale.ROOT);
    }
}
