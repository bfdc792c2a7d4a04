package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import licet.registry.catalog.OnHub;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Verdict;

/**
 * Models of one kind and size with one answer in a deployment. However many there are, only the tops of three indexed
 * lists are looked at: the most downloaded, the most downloaded of the same developer, and the next in size.
 */
@Singleton
public final class Peers {
    /** Rows that are looked at of each list. */
    public static final int EACH = 60;

    private static final double NEXT_IN_SIZE = 1.1;
    private static final String NAMESPACE = "hub:";

    private final Database database;
    private final Branches branches;
    private final ModelFinder finder;
    private final ModelRows rows;
    private final KnownProfiles profiles;
    private final Judge judge;
    private final ActiveKnowledge knowledge;

    Peers(
            Database database,
            Branches branches,
            ModelFinder finder,
            ModelRows rows,
            KnownProfiles profiles,
            Judge judge,
            ActiveKnowledge knowledge) {
        this.database = database;
        this.branches = branches;
        this.finder = finder;
        this.rows = rows;
        this.profiles = profiles;
        this.judge = judge;
        this.knowledge = knowledge;
    }

    /**
     * What is looked for.
     *
     * @param modality as lists write it
     * @param size bucket, likewise; empty for any
     * @param near key of the developer whose models are looked at beside the most downloaded
     * @param parameters about which the next in size are looked at; empty where the number is not known
     */
    public record Wanted(
            String modality, Optional<String> size, Answer answer, String near, Optional<Long> parameters) {}

    /** @param complete whether all that there are were looked at */
    public record Found(List<Peer> peers, boolean complete) {
        public Found {
            peers = List.copyOf(peers);
        }
    }

    /** One model with the verdict that its profile has in the deployment. */
    public record Peer(ModelPage.Row row, OnHub onHub, Verdict verdict) {}

    private record Candidate(ModelPage.Row row, OnHub onHub) {}

    private record Looked(List<Candidate> candidates, Map<Long, Profile> bodies, boolean complete) {}

    private record Walk(List<Branch> branches, ModelSort sort, Optional<Cursor> cursor) {}

    /** Lists find by stored answers; only what the evaluator answers so now is given. */
    public Found find(Wanted wanted, Judge.Case of) {
        knowledge.requireActive();
        var looked = database.read(sql -> look(sql, wanted, of));
        var verdicts = new HashMap<Long, Verdict>();
        looked.bodies().forEach((id, profile) -> verdicts.put(id, judge.verdict(profile, of)));
        var peers = new ArrayList<Peer>();
        for (var candidate : looked.candidates()) {
            var verdict = candidate.row().profile().map(verdicts::get);
            verdict.filter(one -> one.answer() == wanted.answer())
                    .ifPresent(one -> peers.add(new Peer(candidate.row(), candidate.onHub(), one)));
        }
        return new Found(peers, looked.complete());
    }

    private Looked look(Statements sql, Wanted wanted, Judge.Case of) {
        var all = branches.of(sql, filter(wanted, of.deployment().deployment().key()), of.facts());
        var first = walk(sql, new Walk(all, ModelSort.DOWNLOADS, Optional.empty()));
        boolean complete = first.size() <= EACH;
        var ids = new LinkedHashSet<>(first.subList(0, Math.min(EACH, first.size())));
        if (!complete) {
            ids.addAll(top(sql, new Walk(ofDeveloper(all, wanted.near()), ModelSort.DOWNLOADS, Optional.empty())));
            wanted.parameters().ifPresent(count -> ids.addAll(top(sql, nextInSize(all, count))));
        }
        var found = rows.list(sql, List.copyOf(ids), of.facts());
        var there = OnHub.of(sql, List.copyOf(ids));
        return new Looked(
                found.stream()
                        .map(row -> new Candidate(row, Objects.requireNonNull(there.get(row.id()))))
                        .toList(),
                bodies(
                        sql,
                        found.stream()
                                .flatMap(row -> row.profile().stream())
                                .distinct()
                                .toList()),
                complete);
    }

    private static ModelFilter filter(Wanted wanted, DeploymentKey deployment) {
        return new ModelFilter(
                Optional.empty(),
                Map.of(
                        Facet.MODALITY, Set.of(wanted.modality()),
                        Facet.SIZE, wanted.size().map(Set::of).orElse(Set.of())),
                new AskedVerdicts(Set.of(), Map.of(deployment, Set.of(wanted.answer()))));
    }

    /** The list goes from large to small: it begins a little above, and may not go far below. */
    private static Walk nextInSize(List<Branch> all, long parameters) {
        long above = (long) (parameters * NEXT_IN_SIZE);
        var from = new Cursor(ModelSort.PARAMETERS.word(), Long.toString(above), Long.MAX_VALUE);
        return new Walk(all, ModelSort.PARAMETERS, Optional.of(from));
    }

    private List<Branch> ofDeveloper(List<Branch> all, String developer) {
        return all.stream()
                .map(branch -> developer.startsWith(NAMESPACE)
                        ? branch.withOwners(List.of(developer.substring(NAMESPACE.length())))
                        : branch.withProfiles(branch.profiles().orElse(List.of()).stream()
                                .filter(id -> profiles.find(id)
                                        .filter(profile -> profile.developer().equals(developer))
                                        .isPresent())
                                .toList()))
                .filter(branch -> !branch.isEmpty())
                .toList();
    }

    private List<Long> top(Statements sql, Walk walk) {
        return walk(sql, walk).stream().limit(EACH).toList();
    }

    /** One more than is looked at, which tells whether there are more. */
    private List<Long> walk(Statements sql, Walk walk) {
        var page = new ModelFinder.Page(walk.sort(), walk.cursor(), EACH + 1, false);
        return finder.find(sql, walk.branches(), page).keys().stream()
                .map(ModelFinder.Key::id)
                .toList();
    }

    private static Map<Long, Profile> bodies(Statements sql, List<Long> ids) {
        var all = new HashMap<Long, Profile>();
        sql.list(
                        "SELECT id, body FROM profile WHERE id = ANY(?)",
                        row -> Map.entry(row.getLong("id"), CanonicalJson.read(row.getString("body"), Profile.class)),
                        (Object) ids.toArray(Long[]::new))
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }
}
