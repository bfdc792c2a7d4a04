package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.catalog.Catalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;
import org.jspecify.annotations.Nullable;

/** What stands under a license, and how that is answered in each deployment. */
@Singleton
public class LicenseUse {
    private static final int SHOWN = 50;
    /** The denied profiles with the most models tell why; the others repeat their reasons. */
    private static final int ASKED = 20;

    private final LicensePopulation population;
    private final Database database;
    private final Catalog catalog;
    private final Facts facts;
    private final Judge judge;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    LicenseUse(
            LicensePopulation population,
            Database database,
            Catalog catalog,
            Facts facts,
            Judge judge,
            ActiveKnowledge knowledge,
            Clock clock) {
        this.population = population;
        this.database = database;
        this.catalog = catalog;
        this.facts = facts;
        this.judge = judge;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * @param models the most popular ones, at most 50
     * @param files license files that lie beside these models
     */
    public record Use(
            LicensePopulation.Count count, List<String> models, List<TextFile> files, List<InDeployment> deployments) {
        public Use {
            models = List.copyOf(models);
            files = List.copyOf(files);
            deployments = List.copyOf(deployments);
        }
    }

    /** Where a text can be read: the product holds it as evidence only. */
    public record TextFile(String model, String revision, String path, String sha256) {}

    /**
     * How the models under a license are answered.
     *
     * @param deniedBy what of the license itself stands against some of them; empty where something else does
     */
    public record InDeployment(String key, String name, long allow, long needs, long deny, List<Passage> deniedBy) {
        public InDeployment {
            deniedBy = List.copyOf(deniedBy);
        }
    }

    /** @param entry id of the clause, or the act that is not granted */
    public record Passage(String document, String section, String entry) implements Comparable<Passage> {
        @Override
        public int compareTo(Passage other) {
            return (document + "\n" + section + "\n" + entry)
                    .compareTo(other.document + "\n" + other.section + "\n" + other.entry);
        }
    }

    /** @param keys a license, or a use policy with the licenses that it binds through */
    public Use of(Set<LicenseKey> keys) {
        var groups = population.concludedUnder(keys);
        var ids = groups.stream().map(LicensePopulation.Group::profileId).toArray(Long[]::new);
        var current = facts.current();
        return database.read(sql -> {
            var models = models(sql, ids);
            return new Use(
                    count(keys),
                    models.values().stream().toList(),
                    files(sql, models),
                    current.deployments().stream()
                            .map(deployment -> in(sql, keys, groups, current, deployment))
                            .toList());
        });
    }

    private LicensePopulation.Count count(Set<LicenseKey> keys) {
        long own = population.concludedUnder(keys).stream()
                .mapToLong(LicensePopulation.Group::models)
                .sum();
        long all = population.groups().stream()
                .filter(group -> group.profile().terms().stream()
                        .anyMatch(term -> term.candidates().stream().anyMatch(keys::contains)
                                || term.policies().stream().anyMatch(keys::contains)))
                .mapToLong(LicensePopulation.Group::models)
                .sum();
        return new LicensePopulation.Count(own, all - own);
    }

    private Map<Long, String> models(Statements sql, Long[] profiles) {
        var all = new LinkedHashMap<Long, String>();
        sql.list(
                        "SELECT m.id, m.owner, m.name FROM model m LEFT JOIN popularity p ON p.model_id = m.id"
                                + " WHERE m.source = ? AND m.name_lost_at IS NULL AND m.current_profile_id = ANY(?)"
                                + " ORDER BY p.downloads DESC NULLS LAST, m.id LIMIT " + SHOWN,
                        row -> Map.entry(
                                row.getLong("id"),
                                row.getString("owner").isEmpty()
                                        ? row.getString("name")
                                        : row.getString("owner") + "/" + row.getString("name")),
                        catalog.source(),
                        profiles)
                .forEach(model -> all.put(model.getKey(), model.getValue()));
        return all;
    }

    private List<TextFile> files(Statements sql, Map<Long, String> models) {
        return sql.list(
                "SELECT DISTINCT ON (f.sha256) m.id, s.revision, f.path, encode(f.sha256, 'hex') AS hash"
                        + " FROM model m JOIN snapshot s ON s.id = m.current_snapshot_id"
                        + " JOIN evidence_file f ON f.snapshot_id = s.id"
                        + " WHERE m.id = ANY(?) AND f.kind = 'license' AND f.state = 'read'"
                        + " ORDER BY f.sha256, m.id LIMIT 10",
                row -> new TextFile(
                        models.getOrDefault(row.getLong("id"), ""),
                        row.getString("revision"),
                        row.getString("path"),
                        row.getString("hash")),
                (Object) models.keySet().toArray(Long[]::new));
    }

    private InDeployment in(
            Statements sql,
            Set<LicenseKey> keys,
            List<LicensePopulation.Group> groups,
            CurrentFacts current,
            CurrentFacts.VersionedDeployment deployment) {
        var answers = answers(sql, groups, current, deployment);
        var counts = new EnumMap<Answer, Long>(Answer.class);
        var denied = new ArrayList<LicensePopulation.Group>();
        for (var group : groups) {
            var answer = answers.getOrDefault(group.profileId(), Answer.NEEDS);
            counts.merge(answer, group.models(), Long::sum);
            if (answer == Answer.DENY) {
                denied.add(group);
            }
        }
        var passages = new TreeSet<Passage>();
        denied.stream()
                .limit(ASKED)
                .forEach(group -> judge.assess(group.profile(), current, deployment)
                        .findings()
                        .forEach(finding -> passage(finding, keys).ifPresent(passages::add)));
        return new InDeployment(
                deployment.deployment().key().value(),
                deployment.deployment().name(),
                counts.getOrDefault(Answer.ALLOW, 0L),
                counts.getOrDefault(Answer.NEEDS, 0L),
                counts.getOrDefault(Answer.DENY, 0L),
                List.copyOf(passages));
    }

    private static Optional<Passage> passage(Finding finding, Set<LicenseKey> keys) {
        if (!(finding instanceof Finding.Violated)) {
            return Optional.empty();
        }
        return switch (finding.subject()) {
            case Subject.OfClause clause
            when keys.contains(clause.license()) ->
                Optional.of(new Passage(
                        clause.citation().document(), clause.citation().section(), clause.clause()));
            case Subject.OfGrant grant
            when keys.contains(grant.license()) ->
                Optional.of(new Passage(
                        grant.citation().document(), grant.citation().section(), Ids.of(grant.act())));
            case Subject.OfClause _, Subject.OfGrant _, Subject.OfIdentification _ -> Optional.empty();
            case Subject.OfUsePolicy _, Subject.OfLineage _, Subject.OfPolicy _ -> Optional.empty();
        };
    }

    /** As lists read them: a profile without a valid row is open. */
    private Map<Long, Answer> answers(
            Statements sql,
            List<LicensePopulation.Group> groups,
            CurrentFacts current,
            CurrentFacts.VersionedDeployment deployment) {
        var all = new HashMap<Long, Answer>();
        var policy = current.policy().policy();
        @Nullable Object[] arguments = {
            groups.stream().map(LicensePopulation.Group::profileId).toArray(Long[]::new),
            deployment.deployment().key().value(),
            deployment.version(),
            policy.key(),
            policy.version(),
            current.organization().version(),
            knowledge.digest(),
            Evaluator.ENGINE,
            clock.instant()
        };
        sql.list(
                        "SELECT profile_id, verdict FROM verdict WHERE profile_id = ANY(?) AND deployment_key = ?"
                                + " AND deployment_version = ? AND policy_key = ? AND policy_version = ?"
                                + " AND organization_version = ? AND knowledge_digest = ? AND engine_version = ?"
                                + " AND (valid_until IS NULL OR valid_until > ?)",
                        row -> Map.entry(row.getLong("profile_id"), Answer.valueOf(row.getString("verdict"))),
                        arguments)
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }
}
