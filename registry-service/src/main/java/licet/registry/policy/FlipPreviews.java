package licet.registry.policy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import licet.registry.catalog.Catalog;
import licet.registry.decision.PopularModels;
import licet.registry.decision.World;
import licet.registry.decision.WorldPreview;
import licet.registry.decision.WorldPreviews;
import licet.registry.fact.Facts;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.rules.policy.CompiledPolicy;
import licet.rules.verdict.Instrument;

/** Holds a text against the one in force: one evaluation for each profile and deployment, however many models there are. */
@Singleton
public class FlipPreviews {
    private static final int REMEMBERED = 16;
    private static final int REASONS = 8;
    private static final int EXAMPLES = 10;

    private final WorldPreviews worlds;
    private final PopularModels popular;
    private final Facts facts;
    private final Clock clock;
    private final HeadCache<Key, FlipPreview> made;

    FlipPreviews(WorldPreviews worlds, PopularModels popular, Facts facts, Clock clock, HeadWatch watch) {
        this.worlds = worlds;
        this.popular = popular;
        this.facts = facts;
        this.clock = clock;
        this.made = watch.cache(
                REMEMBERED, Set.of("deployment", "organization", PolicyDesk.KIND, "knowledge", Catalog.KIND));
    }

    private record Key(String digest, LocalDate day, List<Instrument> acting) {}

    /** @param digest of the text, so that a page that is loaded again costs nothing */
    public FlipPreview of(CompiledPolicy proposed, String digest) {
        var now = clock.instant();
        var key = new Key(digest, LocalDate.ofInstant(now, ZoneOffset.UTC), worlds.acting(now));
        return made.get(key, _ -> compare(proposed, now));
    }

    private FlipPreview compare(CompiledPolicy proposed, Instant now) {
        var current = facts.current();
        var organization = current.organization().organization();
        var pairs = current.deployments().stream()
                .map(versioned -> new World.Pair(
                        new World(versioned.deployment(), organization, current.policy()),
                        new World(versioned.deployment(), organization, proposed)))
                .toList();
        var previews = worlds.of(pairs, now);
        var policy = current.policy().policy();
        return new FlipPreview(
                policy.key() + "/" + policy.version(),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                previews.stream().mapToInt(WorldPreview::evaluated).sum(),
                previews.stream().mapToLong(WorldPreview::same).sum(),
                groups(previews, WorldPreview::flips),
                groups(previews, WorldPreview::otherReasons));
    }

    private List<FlipPreview.Group> groups(
            List<WorldPreview> previews, Function<WorldPreview, List<WorldPreview.Way>> which) {
        return previews.stream()
                .flatMap(preview -> which.apply(preview).stream())
                .sorted(WorldPreview.ORDER)
                .map(this::group)
                .toList();
    }

    private FlipPreview.Group group(WorldPreview.Way way) {
        return new FlipPreview.Group(
                way.deployment().key().value(),
                way.deployment().name(),
                way.from().name(),
                way.to().name(),
                way.models(),
                ids(way.gone(REASONS)),
                ids(way.added(REASONS)),
                popular.names(way.profileIds(), EXAMPLES));
    }

    private static List<String> ids(List<WorldPreview.Reason> reasons) {
        return reasons.stream().map(WorldPreview.Reason::id).toList();
    }
}
