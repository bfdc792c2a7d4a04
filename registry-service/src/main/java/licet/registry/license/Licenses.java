package licet.registry.license;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.decision.LicensePopulation;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.license.UsePolicy;

/** All license texts and use policies that the product knows. */
@Singleton
public class Licenses {
    private static final String KIND = "license";

    private final Knowledge knowledge;
    private final LicensePopulation population;
    private final LicensePage page;

    Licenses(Knowledge knowledge, LicensePopulation population, LicensePage page) {
        this.knowledge = knowledge;
        this.population = population;
        this.page = page;
    }

    public List<LicenseLine> list(LicenseQuery query) {
        return all().stream()
                .filter(query::matches)
                .sorted(
                        switch (query.sort()) {
                            case TITLE -> BY_TITLE;
                            case MODELS ->
                                Comparator.comparingLong(LicenseLine::models)
                                        .thenComparingLong(LicenseLine::bound)
                                        .reversed()
                                        .thenComparing(BY_TITLE);
                        })
                .toList();
    }

    private static final Comparator<LicenseLine> BY_TITLE = Comparator.comparing(
                    (LicenseLine line) -> line.title().toLowerCase(Locale.ROOT))
            .thenComparing(LicenseLine::key);

    private List<LicenseLine> all() {
        var counts = population.counts();
        return Stream.concat(
                        knowledge.licenses().licenses().stream().map(license -> line(license, counts)),
                        knowledge.licenses().policies().stream().map(policy -> line(policy, counts)))
                .toList();
    }

    private static LicenseLine line(License license, Map<LicenseKey, LicensePopulation.Count> counts) {
        var count = counts.getOrDefault(license.key(), LicensePopulation.Count.NONE);
        return new LicenseLine(
                license.key().value(),
                LicenseLine.LICENSE,
                license.names().title(),
                license.names().version(),
                Optional.of(license.names().reference()),
                Optional.of(license.family()),
                Optional.of(license.steward()),
                Optional.of(Ids.of(license.licenseClass())),
                license.effective(),
                license.recognition().hubIds(),
                license.recognition().licenseNames(),
                count.concluded(),
                count.bound());
    }

    /** A use policy binds whatever stands under a license that names it, and what it lies beside. */
    private LicenseLine line(UsePolicy policy, Map<LicenseKey, LicensePopulation.Count> counts) {
        var all = Stream.concat(
                        Stream.of(policy.key()),
                        binding(knowledge, policy.key()).stream().map(License::key))
                .map(key -> counts.getOrDefault(key, LicensePopulation.Count.NONE))
                .toList();
        return new LicenseLine(
                policy.key().value(),
                LicenseLine.USE_POLICY,
                policy.title(),
                policy.version(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                policy.effective(),
                List.of(),
                List.of(),
                all.stream().mapToLong(LicensePopulation.Count::concluded).sum(),
                all.stream().mapToLong(LicensePopulation.Count::bound).sum());
    }

    /** The licenses that a use policy binds through. */
    static List<License> binding(Knowledge knowledge, LicenseKey policy) {
        return knowledge.licenses().licenses().stream()
                .filter(license -> license.usePolicies().contains(policy))
                .toList();
    }

    /** @param against key of the text to compare with; empty means the one before */
    public LicenseDocument get(String key, Optional<String> against) {
        var asked = key(key);
        var counts = population.counts();
        var license = asked.flatMap(knowledge.licenses()::find);
        if (license.isPresent()) {
            return page.of(license.get(), line(license.get(), counts), against);
        }
        var policy = asked.flatMap(knowledge.licenses()::findPolicy).orElseThrow(() -> unknown(key));
        return page.of(policy, line(policy, counts), against);
    }

    private static Optional<LicenseKey> key(String text) {
        try {
            return Optional.of(new LicenseKey(text));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    static RuntimeException unknown(String key) {
        return new RegistryProblem.NotFound(KIND, key).asException();
    }
}
