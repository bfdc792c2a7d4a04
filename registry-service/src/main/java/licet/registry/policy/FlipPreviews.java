package licet.registry.policy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import licet.registry.catalog.Catalog;
import licet.registry.decision.LicensePopulation;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.rules.facts.Deployment;
import licet.rules.policy.CompiledPolicy;
import licet.rules.preview.Flip;
import licet.rules.preview.Portfolio;
import licet.rules.preview.Preview;
import licet.rules.preview.Previewer;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;

/** Holds a text against the one in force: one evaluation for each profile and deployment, however many models there are. */
@Singleton
public class FlipPreviews {
    private static final int REMEMBERED = 16;
    private static final int REASONS = 8;
    private static final int EXAMPLES = 10;

    private final LicensePopulation population;
    private final Facts facts;
    private final Database database;
    private final Catalog catalog;
    private final Clock clock;
    private final Previewer previewer;
    private final HeadCache<Key, FlipPreview> made;

    FlipPreviews(
            LicensePopulation population,
            Facts facts,
            Database database,
            Catalog catalog,
            Clock clock,
            Evaluator evaluator,
            HeadWatch watch) {
        this.population = population;
        this.facts = facts;
        this.database = database;
        this.catalog = catalog;
        this.clock = clock;
        this.previewer = new Previewer(evaluator);
        this.made = watch.cache(
                REMEMBERED, Set.of("deployment", "organization", PolicyDesk.KIND, "knowledge", Catalog.KIND));
    }

    private record Key(String digest, LocalDate day) {}

    /** @param digest of the text, so that a page that is loaded again costs nothing */
    public FlipPreview of(CompiledPolicy proposed, String digest) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return made.get(new Key(digest, day), _ -> compare(proposed, day));
    }

    private FlipPreview compare(CompiledPolicy proposed, LocalDate day) {
        var current = facts.current();
        var profiles = new IdentityHashMap<Portfolio.Item, Long>();
        var items = population.groups().stream()
                .flatMap(group -> current.deployments().stream().map(versioned -> {
                    var item = new Portfolio.Item(group.profile(), versioned.deployment(), group.models(), List.of());
                    profiles.put(item, group.profileId());
                    return item;
                }))
                .toList();
        var preview = previewer.compare(
                new Portfolio(current.organization().organization(), items), current.policy(), proposed, day);
        return preview(preview, current, day, flip -> profiles.getOrDefault(flip.item(), 0L));
    }

    private FlipPreview preview(Preview preview, CurrentFacts current, LocalDate day, Function<Flip, Long> profile) {
        var policy = current.policy().policy();
        return new FlipPreview(
                policy.key() + "/" + policy.version(),
                day,
                preview.evaluated(),
                preview.same(),
                groups(preview.flips(), profile),
                groups(preview.otherReasons(), profile));
    }

    private record Way(Deployment deployment, Answer from, Answer to) {}

    /** In the order of the preview, refusals first. */
    private List<FlipPreview.Group> groups(List<Flip> flips, Function<Flip, Long> profile) {
        var ways = new LinkedHashMap<Way, List<Flip>>();
        flips.forEach(flip -> ways.computeIfAbsent(
                        new Way(flip.item().deployment(), flip.from(), flip.to()), _ -> new ArrayList<>())
                .add(flip));
        return ways.entrySet().stream()
                .map(way -> group(way.getKey(), way.getValue(), profile))
                .toList();
    }

    private FlipPreview.Group group(Way way, List<Flip> flips, Function<Flip, Long> profile) {
        return new FlipPreview.Group(
                way.deployment().key().value(),
                way.deployment().name(),
                way.from().name(),
                way.to().name(),
                flips.stream().mapToLong(flip -> flip.item().models()).sum(),
                frequent(flips, Flip::gone),
                frequent(flips, Flip::added),
                examples(flips.stream().map(profile).distinct().toArray(Long[]::new)));
    }

    private static List<String> frequent(List<Flip> flips, Function<Flip, ? extends Collection<String>> reasons) {
        Map<String, Long> counts = new HashMap<>();
        flips.forEach(flip -> reasons.apply(flip)
                .forEach(reason -> counts.merge(reason, flip.item().models(), Long::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> examples(Long[] profiles) {
        return database.read(sql -> sql.list(
                "SELECT m.owner, m.name FROM model m LEFT JOIN popularity p ON p.model_id = m.id"
                        + " WHERE m.source = ? AND m.name_lost_at IS NULL AND m.current_profile_id = ANY(?)"
                        + " ORDER BY p.downloads DESC NULLS LAST, m.id LIMIT " + EXAMPLES,
                row -> row.getString("owner").isEmpty()
                        ? row.getString("name")
                        : row.getString("owner") + "/" + row.getString("name"),
                catalog.source(),
                profiles));
    }
}
