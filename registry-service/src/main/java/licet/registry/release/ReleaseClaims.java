package licet.registry.release;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.ShippedReleases;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import licet.rules.format.ClaimsYaml;
import licet.rules.release.CheckedClaim;
import licet.rules.release.Claim;
import licet.rules.release.ClaimCheck;
import licet.rules.release.ModelFamilies;

/** What articles and people say of releases, each beside what is on record. */
@Singleton
public class ReleaseClaims {
    private static final String KIND = "release-claim";
    private static final int MOST = 200;

    private final Database database;
    private final AuditLog audit;
    private final List<Claim> shipped;
    private final ModelFamilies families;
    private final ObservedModels observed;
    private final ClaimCheck check;
    private final Clock clock;

    ReleaseClaims(
            Database database,
            AuditLog audit,
            ModelFamilies families,
            ObservedModels observed,
            Knowledge knowledge,
            Clock clock) {
        this.database = database;
        this.audit = audit;
        this.shipped = ShippedReleases.claims();
        this.families = families;
        this.observed = observed;
        this.check = new ClaimCheck(knowledge.licenses());
        this.clock = clock;
    }

    /** All of them, those that ship before those that people entered. */
    public List<CheckedClaim> list() {
        var entered = database.read(sql -> sql.list(
                "SELECT id, body FROM release_claim WHERE state = 'stands' ORDER BY id LIMIT " + MOST,
                row -> ClaimsYaml.parseOne(row.getString("id"), row.getString("body"))));
        var all = Stream.concat(shipped.stream(), entered.stream()).toList();
        return check.check(all, observed.of(models(all)));
    }

    /** Those about a family: by the models of their points, else by its name in what they are about. */
    public List<CheckedClaim> list(String family) {
        return list().stream().filter(one -> isAbout(one.claim(), family)).toList();
    }

    private boolean isAbout(Claim claim, String family) {
        var named = models(List.of(claim));
        if (!named.isEmpty()) {
            return named.stream().map(families::keyOf).anyMatch(family::equals);
        }
        String about = claim.about().toLowerCase(Locale.ROOT);
        return families.find(family).map(known -> known.name()).or(() -> Optional.of(family)).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(about::contains);
    }

    private static Collection<ModelId> models(List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.points().stream())
                .flatMap(point -> point.models().stream())
                .distinct()
                .toList();
    }

    /** @param body one claim as the data files write it, without an id */
    public CheckedClaim add(String body, Principal caller) {
        ReleaseEntries.require(caller);
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        var claim = ClaimsYaml.parseOne(id.toString(), body);
        database.write(sql -> {
            audit.append(AuditEvent.of(
                    caller.actor(),
                    "release.claim",
                    KIND,
                    id.toString(),
                    Map.of("about", claim.about(), "kind", Ids.of(claim.kind()), "source", claim.source())));
            return sql.update(
                    "INSERT INTO release_claim (id, family, body, state, entered_by, entered_at)"
                            + " VALUES (?, ?, ?, 'stands', ?, ?)",
                    id,
                    models(List.of(claim)).stream()
                            .findFirst()
                            .map(families::keyOf)
                            .orElse(""),
                    body,
                    caller.personId(),
                    now);
        });
        return get(id.toString());
    }

    public CheckedClaim get(String id) {
        return list().stream()
                .filter(one -> one.claim().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.NotFound("claim", id).asException());
    }

    /** Only what people entered can be withdrawn. */
    public void withdraw(UUID id, Principal caller) {
        ReleaseEntries.require(caller);
        database.write(sql -> {
            int rows = sql.update("UPDATE release_claim SET state = 'withdrawn' WHERE id = ? AND state = 'stands'", id);
            if (rows == 0) {
                throw new RegistryProblem.NotFound("claim", id.toString()).asException();
            }
            audit.append(AuditEvent.of(caller.actor(), "release.claim-withdraw", KIND, id.toString(), Map.of()));
            return rows;
        });
    }
}
