package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import licet.registry.fact.CurrentFacts;
import licet.registry.platform.Statements;
import licet.rules.Knowledge;
import licet.rules.verdict.Answer;

/** Resolves a filter to ids of profiles, and to names where profiles do not say it. */
@Singleton
final class Branches {
    private static final String NAMESPACE = "hub:";

    private final KnownProfiles profiles;
    private final CurrentAnswers answers;
    private final LicenseWords words;
    private final Knowledge knowledge;

    Branches(KnownProfiles profiles, CurrentAnswers answers, LicenseWords words, Knowledge knowledge) {
        this.profiles = profiles;
        this.answers = answers;
        this.words = words;
        this.knowledge = knowledge;
    }

    List<Branch> of(Statements sql, ModelFilter filter, CurrentFacts facts) {
        var all = profiles.list(sql);
        var developers = developers(filter);
        Predicate<ListedProfile> facets = profile -> java.util.Arrays.stream(Facet.values())
                .filter(facet -> facet != Facet.DEVELOPER)
                .allMatch(facet -> filter.allows(profile, facet));
        boolean narrowed = filter.facets().keySet().stream().anyMatch(facet -> facet != Facet.DEVELOPER);
        var branches = filter.verdicts().isEmpty()
                ? developed(all, facets, developers, narrowed)
                : answered(sql, filter, facts, all, facets, developers);
        return filter
                .text()
                .map(text -> branches.stream()
                        .flatMap(branch -> searched(branch, text, all).stream())
                        .toList())
                .orElse(branches)
                .stream()
                .filter(branch -> !branch.isEmpty())
                .toList();
    }

    /**
     * @param keys of developers that the knowledge knows
     * @param owners namespaces of others
     */
    private record Developers(Set<String> keys, List<String> owners) {
        boolean isAny() {
            return keys.isEmpty() && owners.isEmpty();
        }
    }

    private Developers developers(ModelFilter filter) {
        var keys = new TreeSet<String>();
        var owners = new ArrayList<String>();
        for (String value : filter.valuesOf(Facet.DEVELOPER)) {
            String key = value.startsWith(NAMESPACE)
                    ? knowledge
                            .jurisdictions()
                            .developerOf(value.substring(NAMESPACE.length()))
                            .key()
                    : value;
            if (key.startsWith(NAMESPACE)) {
                owners.add(key.substring(NAMESPACE.length()));
            } else {
                keys.add(key);
            }
        }
        return new Developers(keys, owners);
    }

    private static List<Branch> developed(
            List<ListedProfile> all, Predicate<ListedProfile> fits, Developers developers, boolean narrowed) {
        var branches = new ArrayList<Branch>();
        if (developers.isAny()) {
            branches.add(narrowed ? Branch.ALL.withProfiles(ids(all, fits)) : Branch.ALL);
        }
        if (!developers.keys().isEmpty()) {
            branches.add(Branch.ALL.withProfiles(
                    ids(all, fits.and(profile -> developers.keys().contains(profile.developer())))));
        }
        if (!developers.owners().isEmpty()) {
            var named = Branch.ALL.withOwners(developers.owners());
            branches.add(narrowed ? named.withProfiles(ids(all, fits)) : named);
        }
        return branches;
    }

    /** Models with own answers stand in branches of their own. */
    private List<Branch> answered(
            Statements sql,
            ModelFilter filter,
            CurrentFacts facts,
            List<ListedProfile> all,
            Predicate<ListedProfile> facets,
            Developers developers) {
        var byProfile = answers.ofProfiles(sql, facts);
        var unanswered = CurrentAnswers.unanswered(facts);
        var own = answers.ofModels(sql, facts);
        Predicate<ListedProfile> fits =
                facets.and(profile -> filter.verdicts().allow(byProfile.getOrDefault(profile.id(), unanswered)));
        var branches = new ArrayList<>(developed(all, fits, developers, true));
        if (!own.isEmpty()) {
            var theirs = List.copyOf(own.keySet());
            branches.replaceAll(branch -> branch.exceptModels(theirs));
            var permitted = own.entrySet().stream()
                    .filter(model -> filter.verdicts()
                            .allow(joined(
                                    byProfile.getOrDefault(model.getValue().profile(), unanswered),
                                    model.getValue().answers())))
                    .map(Map.Entry::getKey)
                    .toList();
            developed(all, facets, developers, true).forEach(branch -> branches.add(branch.withModels(permitted)));
        }
        return branches;
    }

    static Map<String, Answer> joined(Map<String, Answer> ofProfile, Map<String, Answer> own) {
        var all = new java.util.TreeMap<>(ofProfile);
        all.putAll(own);
        return all;
    }

    /** A text can name a license or a family of them as well, which is a set of profiles. */
    private List<Branch> searched(Branch branch, String typed, List<ListedProfile> all) {
        var text = SearchText.of(typed);
        var named = switch (text) {
            case SearchText.Beginning _, SearchText.OwnerBeginning _, SearchText.NameBeginning _ -> List.<Long>of();
            case SearchText.Part(var part, var _) -> ids(all, words.naming(part));
        };
        if (named.isEmpty()) {
            return List.of(branch.withText(text));
        }
        var both = branch.profiles()
                .map(Set::copyOf)
                .map(given -> named.stream().filter(given::contains).toList())
                .orElse(named);
        return List.of(branch.withProfiles(both), branch.withText(text).without(named));
    }

    private static List<Long> ids(List<ListedProfile> all, Predicate<ListedProfile> which) {
        return all.stream().filter(which).map(ListedProfile::id).toList();
    }

    /** Whether a filter names developers that only the namespace tells apart. */
    static Optional<String> namespaceAskedFor(ModelFilter filter) {
        return filter.valuesOf(Facet.DEVELOPER).stream()
                .filter(value -> value.startsWith(NAMESPACE))
                .findFirst();
    }
}
