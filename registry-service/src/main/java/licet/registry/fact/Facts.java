package licet.registry.fact;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.format.CanonicalJson;
import licet.rules.format.PolicyYaml;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Policy;

/** Deployments, organization profile and policy. Nothing is overwritten: every change is a new version. */
@Singleton
public class Facts {
    private static final String LAST_DEPLOYMENT = "SELECT max(version) AS last FROM deployment_version WHERE key = ?";
    private static final Set<String> KINDS = Set.of("deployment", "organization", "policy");

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Knowledge knowledge;
    private final HeadCache<String, CurrentFacts> current;

    Facts(Database database, AuditLog audit, Clock clock, Knowledge knowledge, HeadWatch watch) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.knowledge = knowledge;
        this.current = watch.cache(1, KINDS);
    }

    public CurrentFacts current() {
        return current.get("current", _ -> database.read(this::load));
    }

    private CurrentFacts load(Statements sql) {
        var deployments = sql.list(
                "SELECT v.body, v.version FROM deployment d JOIN deployment_version v"
                        + " ON v.key = d.key AND v.version = d.current_version ORDER BY d.key",
                row -> new CurrentFacts.VersionedDeployment(
                        CanonicalJson.read(row.getString("body"), Deployment.class), row.getInt("version")));
        var organization = sql.find(
                        "SELECT body, version FROM organization_version ORDER BY version DESC LIMIT 1",
                        row -> new CurrentFacts.VersionedOrganization(
                                CanonicalJson.read(row.getString("body"), Organization.class), row.getInt("version")))
                .orElseThrow(() -> new IllegalStateException("no organization profile is on record"));
        var policy = activePolicy(sql).orElseThrow(() -> new IllegalStateException("no policy is active"));
        return new CurrentFacts(deployments, organization, CompiledPolicy.of(policy, knowledge));
    }

    public boolean isEmpty() {
        return database.read(sql -> sql.find("SELECT 1 FROM organization_version LIMIT 1", row -> true)
                .isEmpty());
    }

    /** Saves whatever version is on record: for what nobody else can be changing. */
    public void saveOrganization(Organization organization, Actor actor) {
        saveOrganization(organization, latest("SELECT max(version) AS last FROM organization_version"), actor);
    }

    /**
     * @param from the version from which the change started; 0 where there was none
     * @return the version that holds now
     */
    public int saveOrganization(Organization organization, int from, Actor actor) {
        return saveOrganization(organization, from, actor, FactEntries.SAVE);
    }

    /** Saves facts that somebody looked at again, and that differ at most in the day on which they were last known. */
    public int confirmOrganization(Organization organization, int from, Actor actor) {
        return saveOrganization(organization, from, actor, FactEntries.CONFIRM);
    }

    private int saveOrganization(Organization organization, int from, Actor actor, String verb) {
        String digest = CanonicalJson.digest(organization);
        return database.write(sql -> {
            int version = from + 1;
            int last = last(sql, "SELECT max(version) AS last FROM organization_version");
            // Two editors who start from the same version write the same key, and the second of them finds it taken.
            int written = last != from
                    ? 0
                    : sql.update(
                            "INSERT INTO organization_version (version, body, digest, created_at, created_by)"
                                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            version,
                            CanonicalJson.write(organization),
                            digest,
                            clock.instant(),
                            personId(actor));
            if (written == 0) {
                throw new RegistryProblem.ChangedMeanwhile("organization", "profile").asException();
            }
            var before = body(sql, "SELECT body FROM organization_version WHERE version = ?", Organization.class, from);
            var stored = new FactEntries.Stored(version, digest);
            audit.append(FactEntries.organization(actor, verb, stored, before, organization));
            return version;
        });
    }

    /** Saves whatever version is on record: for what nobody else can be changing. */
    public void saveDeployment(Deployment deployment, Actor actor) {
        saveDeployment(deployment, latest(LAST_DEPLOYMENT, deployment.key().value()), actor);
    }

    /**
     * @param from the version from which the change started; 0 for a new deployment
     * @return the version that holds now
     */
    public int saveDeployment(Deployment deployment, int from, Actor actor) {
        return saveDeployment(deployment, from, actor, FactEntries.SAVE);
    }

    /** Saves the same facts again: somebody looked at them, and they still hold. */
    public int confirmDeployment(Deployment deployment, int from, Actor actor) {
        return saveDeployment(deployment, from, actor, FactEntries.CONFIRM);
    }

    private int saveDeployment(Deployment deployment, int from, Actor actor, String verb) {
        current().organization().organization().get(deployment.licensee());
        String key = deployment.key().value();
        String digest = CanonicalJson.digest(deployment);
        return database.write(sql -> {
            int version = from + 1;
            int written = last(sql, LAST_DEPLOYMENT, key) != from
                    ? 0
                    : sql.update(
                            "INSERT INTO deployment_version (key, version, body, digest, created_at, created_by)"
                                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            key,
                            version,
                            CanonicalJson.write(deployment),
                            digest,
                            clock.instant(),
                            personId(actor));
            if (written == 0) {
                throw new RegistryProblem.ChangedMeanwhile("deployment", key).asException();
            }
            sql.update(
                    "INSERT INTO deployment (key, current_version, version) VALUES (?, ?, 0)"
                            + " ON CONFLICT (key) DO UPDATE SET current_version = excluded.current_version,"
                            + " version = deployment.version + 1",
                    key,
                    version);
            var before = body(
                    sql,
                    "SELECT body FROM deployment_version WHERE version = ? AND key = ?",
                    Deployment.class,
                    from,
                    key);
            var stored = new FactEntries.Stored(version, digest);
            audit.append(FactEntries.deployment(actor, verb, stored, before, deployment));
            return version;
        });
    }

    private int latest(String query, Object... arguments) {
        return database.read(sql -> last(sql, query, arguments));
    }

    private static int last(Statements sql, String query, Object... arguments) {
        return sql.get(query, row -> row.getInt("last"), arguments);
    }

    /**
     * Stores a policy text as the next version and puts it in force; its own tests must pass. For what the product itself
     * begins with: people propose and have another person activate.
     */
    public void activatePolicy(String source, Actor actor) {
        if (actor instanceof Actor.Person) {
            throw new IllegalArgumentException("a person's policy is put in force by another person");
        }
        var parsed = PolicyYaml.parse("policy", source, 1);
        CompiledPolicy.of(parsed, knowledge);
        String key = parsed.key();
        database.write(sql -> {
            sql.update("INSERT INTO policy (key) VALUES (?) ON CONFLICT DO NOTHING", key);
            int version = sql.get(
                    "SELECT coalesce(max(version), 0) + 1 AS next FROM policy_version WHERE key = ?",
                    row -> row.getInt("next"),
                    key);
            var before = activePolicy(sql);
            sql.update("UPDATE policy_version SET state = 'retired' WHERE state = 'active'");
            String digest = CanonicalJson.sha256(source.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            sql.update(
                    "INSERT INTO policy_version (key, version, source, digest, state, proposed_at, activated_at)"
                            + " VALUES (?, ?, ?, ?, 'active', ?, ?)",
                    key,
                    version,
                    source,
                    digest,
                    clock.instant(),
                    clock.instant());
            audit.append(FactEntries.policy(
                    actor,
                    FactEntries.SAVE,
                    new FactEntries.Stored(version, digest),
                    before,
                    PolicyYaml.parse(key, source, version)));
            return version;
        });
    }

    private static Optional<Policy> activePolicy(Statements sql) {
        return sql.find(
                "SELECT key, version, source FROM policy_version WHERE state = 'active'",
                row -> PolicyYaml.parse(
                        row.getString("key") + ".yaml", row.getString("source"), row.getInt("version")));
    }

    private static <T> Optional<T> body(Statements sql, String query, Class<T> type, Object... version) {
        return sql.find(query, row -> CanonicalJson.read(row.getString("body"), type), version);
    }

    private static java.util.@org.jspecify.annotations.Nullable UUID personId(Actor actor) {
        return actor instanceof Actor.Person(var id) ? id : null;
    }
}
