package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import licet.registry.instrument.Instruments;
import licet.registry.knowledge.ActiveKnowledge;
import licet.rules.preview.Portfolio;
import licet.rules.preview.Previewer;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Instrument;

/**
 * Holds the whole population against the world as it is and the world as somebody proposes it: one evaluation on each
 * side for each profile, on all processors, however many models there are.
 */
@Singleton
public class WorldPreviews {
    /** Profiles that one processor takes at a time. */
    private static final int CHUNK = 200;

    private final LicensePopulation population;
    private final Previewer previewer;
    private final Instruments instruments;
    private final ActiveKnowledge knowledge;

    WorldPreviews(
            LicensePopulation population, Evaluator evaluator, Instruments instruments, ActiveKnowledge knowledge) {
        this.population = population;
        this.previewer = new Previewer(evaluator);
        this.instruments = instruments;
        this.knowledge = knowledge;
    }

    /** What acts for whole profiles at a moment: a preview made under something else is another one. */
    public List<Instrument> acting(Instant now) {
        return instruments.current().general().stream()
                .filter(instrument -> instrument.actsAt(now))
                .toList();
    }

    /**
     * Own answers that single models have by an instrument are not among them: their profile counts.
     *
     * @param now moment of all evaluations
     * @return one for each pair, in their order
     */
    public List<WorldPreview> of(List<World.Pair> pairs, Instant now) {
        knowledge.requireActive();
        var chunks = chunks(population.groups());
        var parts = IntStream.range(0, pairs.size() * chunks.size())
                .parallel()
                .mapToObj(at -> part(pairs.get(at / chunks.size()), chunks.get(at % chunks.size()), now))
                .toList();
        return IntStream.range(0, pairs.size())
                .mapToObj(at -> WorldPreview.of(parts.subList(at * chunks.size(), (at + 1) * chunks.size())))
                .toList();
    }

    private static List<List<LicensePopulation.Group>> chunks(List<LicensePopulation.Group> groups) {
        var all = new ArrayList<List<LicensePopulation.Group>>();
        for (int from = 0; from < groups.size(); from += CHUNK) {
            all.add(groups.subList(from, Math.min(groups.size(), from + CHUNK)));
        }
        return all;
    }

    private WorldPreview.Part part(World.Pair pair, List<LicensePopulation.Group> groups, Instant now) {
        var before = portfolio(pair.before(), groups);
        var after = portfolio(pair.after(), groups);
        var ids = new IdentityHashMap<Portfolio.Item, Long>();
        for (int at = 0; at < groups.size(); at++) {
            ids.put(after.items().get(at), groups.get(at).profileId());
        }
        var preview = previewer.compare(
                new Previewer.World(before, pair.before().policy()),
                new Previewer.World(after, pair.after().policy()),
                now);
        return new WorldPreview.Part(preview, ids);
    }

    private Portfolio portfolio(World of, List<LicensePopulation.Group> groups) {
        var papers = new ArrayList<>(instruments.current().general());
        papers.addAll(of.more());
        return new Portfolio(
                of.organization(),
                groups.stream()
                        .map(group -> new Portfolio.Item(group.profile(), of.deployment(), group.models(), papers))
                        .toList());
    }
}
