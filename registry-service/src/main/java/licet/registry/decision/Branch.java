package licet.registry.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Models of which all of this holds. What a filter asks for is one or a few branches without a common model, so that a
 * page is merged of their first rows and counts are sums.
 *
 * @param profiles ids of which the model has one; empty for any
 * @param otherThan ids of which it has none
 * @param owners namespaces in lower case; empty for any
 * @param models ids; empty for any
 * @param exceptModels ids of models with an answer of their own, which other branches hold
 */
record Branch(
        Optional<List<Long>> profiles,
        List<Long> otherThan,
        Optional<List<String>> owners,
        Optional<SearchText> text,
        Optional<List<Long>> models,
        List<Long> exceptModels) {
    static final Branch ALL =
            new Branch(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    Branch {
        profiles = profiles.map(List::copyOf);
        otherThan = List.copyOf(otherThan);
        owners = owners.map(List::copyOf);
        models = models.map(List::copyOf);
        exceptModels = List.copyOf(exceptModels);
    }

    Branch withProfiles(List<Long> ids) {
        return new Branch(Optional.of(ids), otherThan, owners, text, models, exceptModels);
    }

    Branch without(List<Long> profiles) {
        return new Branch(this.profiles, profiles, owners, text, models, exceptModels);
    }

    Branch withOwners(List<String> names) {
        return new Branch(profiles, otherThan, Optional.of(names), text, models, exceptModels);
    }

    Branch withText(SearchText searched) {
        return new Branch(profiles, otherThan, owners, Optional.of(searched), models, exceptModels);
    }

    Branch withModels(List<Long> ids) {
        return new Branch(profiles, otherThan, owners, text, Optional.of(ids), List.of());
    }

    Branch exceptModels(List<Long> ids) {
        return new Branch(profiles, otherThan, owners, text, models, ids);
    }

    /** Whether nothing can be in it. */
    boolean isEmpty() {
        return profiles.filter(List::isEmpty).isPresent()
                || models.filter(List::isEmpty).isPresent();
    }

    /** Whether profiles are all that it asks for, so that heads of their lists can be merged. */
    boolean isProfilesAlone() {
        return profiles.isPresent() && owners.isEmpty() && text.isEmpty() && models.isEmpty();
    }

    Stream<Branch> alternatives() {
        return text.map(searched -> searched.alternatives().stream().map(this::withText))
                .orElse(Stream.of(this));
    }

    /** Where in the order of names all of it stands: from the first text to before the second. */
    Optional<Names> names() {
        if (text.isPresent() && text.get() instanceof SearchText.OwnerBeginning(var of)) {
            return Optional.of(new Names(of, of + SearchText.LAST));
        }
        return owners.filter(names -> names.size() == 1)
                .map(List::getFirst)
                .map(owner -> new Names(owner + "/", owner + "0"));
    }

    /** Full names in lower case; no other character stands between a slash and a zero. */
    record Names(String from, String before) {}

    boolean isEverything() {
        return profiles.isEmpty()
                && otherThan.isEmpty()
                && owners.isEmpty()
                && text.isEmpty()
                && models.isEmpty()
                && exceptModels.isEmpty();
    }

    /** Adds its conditions on a row; {@code profile} is the column that holds the row's profile. */
    void addTo(SqlText sql, String row, String profile) {
        profiles.ifPresent(ids -> sql.add(" AND " + profile + " = ANY(?)", (Object) ids.toArray(Long[]::new)));
        addRest(sql, row, profile);
    }

    /** The same but for the profile. */
    void addRest(SqlText sql, String row, String profile) {
        if (!otherThan.isEmpty()) {
            sql.add(" AND (" + profile + " = ANY(?)) IS NOT TRUE", (Object) otherThan.toArray(Long[]::new));
        }
        owners.ifPresent(
                names -> sql.add(" AND " + row + ".owner_lower = ANY(?)", (Object) names.toArray(String[]::new)));
        models.ifPresent(ids -> sql.add(" AND " + row + ".id = ANY(?)", (Object) ids.toArray(Long[]::new)));
        if (!exceptModels.isEmpty()) {
            sql.add(" AND NOT " + row + ".id = ANY(?)", (Object) exceptModels.toArray(Long[]::new));
        }
        text.ifPresent(searched -> {
            sql.add(" AND ");
            searched.addTo(sql, row);
        });
    }
}
