package licet.rules.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.facts.Ids;
import licet.rules.facts.Ordered;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.regulation.OpenSource;

/**
 * What one license file says to conditions. Every model under the license asks for it, so it is read out of the file once.
 *
 * @param changes kinds in which the text and its use policies can change
 * @param excluded places that its territory clauses exclude
 * @param details what its terms name, such as the governing law
 * @param notGranted acts that it withholds or does not speak of
 * @param effective days from which the text and its use policies act
 */
record LicenseFacts(
        License license,
        Set<String> changes,
        Set<String> clauseKinds,
        Set<Clause.Duty.Kind> duties,
        Map<Clause.Territory.Test, Set<String>> excluded,
        Map<Clause.Term.Kind, List<String>> details,
        Set<Act> notGranted,
        List<LocalDate> effective,
        OpenSource openSource,
        List<String> obstacles) {

    static LicenseFacts of(License license, LicenseCatalog catalog) {
        var clauses = catalog.clausesOf(license);
        var policies = license.usePolicies().stream().map(catalog::policy).toList();
        return new LicenseFacts(
                license,
                Stream.concat(
                                Stream.of(license.terms().kind()),
                                policies.stream().map(policy -> policy.terms()))
                        .map(Ids::of)
                        .collect(Collectors.toUnmodifiableSet()),
                clauses.stream().map(Clause::kindId).collect(Collectors.toUnmodifiableSet()),
                of(clauses, Clause.Duty.class).map(Clause.Duty::kind).collect(Collectors.toUnmodifiableSet()),
                excluded(clauses),
                details(clauses),
                Ordered.copy(Arrays.stream(Act.values())
                        .filter(act -> !license.grant(act).isGiven())
                        .collect(Collectors.toSet())),
                Stream.concat(
                                license.effective().stream(),
                                policies.stream().flatMap(policy -> policy.effective().stream()))
                        .distinct()
                        .toList(),
                OpenSource.of(license, catalog),
                OpenSource.obstacles(license, catalog).stream()
                        .map(OpenSource.Obstacle::id)
                        .toList());
    }

    private static <T extends Clause> Stream<T> of(List<Clause> clauses, Class<T> kind) {
        return clauses.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Map<Clause.Territory.Test, Set<String>> excluded(List<Clause> clauses) {
        var all = new EnumMap<Clause.Territory.Test, Set<String>>(Clause.Territory.Test.class);
        for (var test : Clause.Territory.Test.values()) {
            all.put(
                    test,
                    of(clauses, Clause.Territory.class)
                            .filter(territory -> territory.test() == test)
                            .flatMap(territory -> territory.excluded().stream())
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return all;
    }

    private static Map<Clause.Term.Kind, List<String>> details(List<Clause> clauses) {
        return of(clauses, Clause.Term.class)
                .collect(Collectors.groupingBy(
                        Clause.Term::kind, Collectors.mapping(Clause.Term::detail, Collectors.toUnmodifiableList())));
    }

    List<String> details(Clause.Term.Kind kind) {
        return details.getOrDefault(kind, List.of());
    }

    Set<String> excluded(Clause.Territory.Test test) {
        return excluded.getOrDefault(test, Set.of());
    }

    boolean isUndated() {
        return license.effective().isEmpty();
    }
}
