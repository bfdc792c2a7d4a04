package licet.rules.license;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.rules.Check;

/** All licenses and use policies; refuses duplicates and dangling references when built. */
public final class LicenseCatalog {
    private final Map<LicenseKey, License> licenses = new LinkedHashMap<>();
    private final Map<LicenseKey, List<Clause>> clauses = new HashMap<>();
    private final TreeMap<LicenseKey, UsePolicy> policies = new TreeMap<>();
    private final Map<String, SortedSet<LicenseKey>> byHubId = new TreeMap<>();
    private final Map<String, SortedSet<LicenseKey>> byName = new TreeMap<>();
    private final Map<String, SortedSet<LicenseKey>> byReference = new TreeMap<>();

    public LicenseCatalog(Collection<License> licenses, Collection<UsePolicy> policies) {
        policies.forEach(policy -> unique(this.policies.put(policy.key(), policy) == null, policy.key()));
        licenses.stream()
                .sorted(Comparator.comparing(License::key))
                .forEach(license -> unique(this.licenses.put(license.key(), license) == null, license.key()));
        this.licenses.values().forEach(this::index);
    }

    private static void unique(boolean first, LicenseKey key) {
        Check.that(first, "two files have the key " + key);
    }

    private void index(License license) {
        for (LicenseKey policy : license.usePolicies()) {
            Check.that(policies.containsKey(policy), license.key() + " refers to the unknown use policy " + policy);
        }
        clauses.put(license.key(), joined(license));
        license.recognition().hubIds().forEach(id -> add(byHubId, id, license.key()));
        license.recognition().licenseNames().forEach(name -> add(byName, name, license.key()));
        add(byReference, license.names().reference(), license.key());
    }

    private static void add(Map<String, SortedSet<LicenseKey>> index, String alias, LicenseKey key) {
        index.computeIfAbsent(alias.toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                .add(key);
    }

    public License get(LicenseKey key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("unknown license " + key));
    }

    public Optional<License> find(LicenseKey key) {
        return Optional.ofNullable(licenses.get(key));
    }

    /** Whether a developer is who grants under a text: anybody where the text names no licensor. */
    public boolean isGrantedBy(String developer, LicenseKey key) {
        return get(key).licensor().map(developer::equals).orElse(true);
    }

    public UsePolicy policy(LicenseKey key) {
        return findPolicy(key).orElseThrow(() -> new IllegalArgumentException("unknown use policy " + key));
    }

    public Optional<UsePolicy> findPolicy(LicenseKey key) {
        return Optional.ofNullable(policies.get(key));
    }

    /** The texts that a Hub license id can mean; more than one where the id names several texts over time. */
    public SortedSet<LicenseKey> namedByHubId(String hubId) {
        return byHubId.getOrDefault(hubId.toLowerCase(Locale.ROOT), new TreeSet<>());
    }

    /** The texts that a {@code license_name} can mean. */
    public SortedSet<LicenseKey> namedByLicenseName(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), new TreeSet<>());
    }

    /** The texts with an SPDX id or {@code LicenseRef-…}. */
    public SortedSet<LicenseKey> namedByReference(String reference) {
        return byReference.getOrDefault(reference.toLowerCase(Locale.ROOT), new TreeSet<>());
    }

    /** The own clauses of one of these licenses and those of its use policies, in the order of the files. */
    public List<Clause> clausesOf(License license) {
        return Objects.requireNonNull(clauses.get(license.key()));
    }

    private List<Clause> joined(License license) {
        var all = new ArrayList<>(license.clauses());
        license.usePolicies().forEach(key -> all.addAll(policy(key).clauses()));
        return List.copyOf(all);
    }

    public Collection<License> licenses() {
        return List.copyOf(licenses.values());
    }

    public Collection<UsePolicy> policies() {
        return List.copyOf(policies.values());
    }
}
