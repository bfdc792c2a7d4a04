package licet.rules.release;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.rules.Check;
import licet.rules.evidence.ModelId;

/** The families that are known by name. Any other model belongs to its namespace. */
public record ModelFamilies(List<ModelFamily> all) {
    public ModelFamilies {
        all = List.copyOf(all);
        long keys = all.stream().map(ModelFamily::key).distinct().count();
        Check.that(keys == all.size(), "two families have one key");
    }

    /** By key. */
    public Optional<ModelFamily> find(String key) {
        return all.stream().filter(family -> family.key().equals(key)).findFirst();
    }

    public Optional<ModelFamily> of(ModelId model) {
        return all.stream().filter(family -> family.holds(model)).findFirst();
    }

    /** Key of the family, or the namespace in lower case where no family has the model. */
    public String keyOf(ModelId model) {
        return of(model)
                .map(ModelFamily::key)
                .orElseGet(() -> model.value().split("/", 2)[0].toLowerCase(Locale.ROOT));
    }
}
