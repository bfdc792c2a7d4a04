package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;

/** What stands under a license, and how that is answered in each deployment. */
@Singleton
public class LicenseUse {
    private static final int SHOWN = 50;
    /** The denied profiles with the most models tell why; the others repeat their reasons. */
    private static final int ASKED = 20;

    private final LicensePopulation population;
    private final PopularModels popular;
    private final CurrentAnswers answers;
    private final Database database;
    private final Facts facts;
    private final Judge judge;

    LicenseUse(
            LicensePopulation population,
            PopularModels popular,
            CurrentAnswers answers,
            Database database,
            Facts facts,
            Judge judge) {
        this.population = population;
        this.popular = popular;
        this.answers = answers;
        this.database = database;
        this.facts = facts;
        this.judge = judge;
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
        var ids = groups.stream().map(LicensePopulation.Group::profileId).toList();
        var current = facts.current();
        return database.read(sql -> {
            var models = popular.of(sql, ids, SHOWN);
            var answered = answers.ofProfiles(sql, current, ids);
            return new Use(
                    count(keys, groups),
                    List.copyOf(models.values()),
                    files(sql, models),
                    current.deployments().stream()
                            .map(deployment -> in(keys, groups, answered, current, deployment))
                            .toList());
        });
    }

    private LicensePopulation.Count count(Set<LicenseKey> keys, List<LicensePopulation.Group> concluded) {
        long own = concluded.stream().mapToLong(LicensePopulation.Group::models).sum();
        long all = population.groups().stream()
                .filter(group -> group.profile().terms().stream()
                        .anyMatch(term -> term.candidates().stream().anyMatch(keys::contains)
                                || term.policies().stream().anyMatch(keys::contains)))
                .mapToLong(LicensePopulation.Group::models)
                .sum();
        return new LicensePopulation.Count(own, all - own);
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

    /** As lists read them: a profile without a valid row is open. */
    private InDeployment in(
            Set<LicenseKey> keys,
            List<LicensePopulation.Group> groups,
            Map<Long, Map<String, Answer>> answered,
            CurrentFacts current,
            CurrentFacts.VersionedDeployment deployment) {
        String key = deployment.deployment().key().value();
        var counts = new EnumMap<Answer, Long>(Answer.class);
        var denied = new ArrayList<LicensePopulation.Group>();
        for (var group : groups) {
            var answer = answered.getOrDefault(group.profileId(), Map.of()).getOrDefault(key, Answer.NEEDS);
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
                key,
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
}
