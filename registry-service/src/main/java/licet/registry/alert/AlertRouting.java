package licet.registry.alert;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.platform.Statements;

/**
 * Who wants to be told of something: those who subscribed to it, those who answer for it, and the teams that own the
 * deployments for which it is approved. Every feature finds subscribers by it.
 */
@Singleton
public class AlertRouting {
    private static final String MATCH = "SELECT * FROM subscription WHERE CASE scope"
            + " WHEN 'model' THEN about = ?"
            + " WHEN 'developer' THEN about = ?"
            + " WHEN 'family' THEN nullif(?, '') IN (about, split_part(about, '/', 2)) OR position(about IN ?) > 0"
            + " OR (split_part(about, '/', 1) = ? AND about LIKE '%/_%' AND position(split_part(about, '/', 2) IN ?) > 0)"
            + " WHEN 'deployment' THEN about = ANY (?)"
            + " WHEN 'approved' THEN about = ANY (?)"
            + " ELSE true END";

    private final Map<String, Subscribers> groups;
    private final List<Responsibility> responsibilities;
    private final Clock clock;

    AlertRouting(List<Subscribers> groups, List<Responsibility> responsibilities, Clock clock) {
        this.groups = groups.stream().collect(Collectors.toMap(Subscribers::kind, Function.identity()));
        this.responsibilities = List.copyOf(responsibilities);
        this.clock = clock;
    }

    private record Owner(UUID id, String key) {}

    private record Wanted(String kind, String id, Subscription.Wish wish) {
        boolean isOf(String kind, String id) {
            return this.kind.equals(kind) && this.id.equals(id);
        }
    }

    /** In the caller's transaction, so that who is told fits what happened. */
    public Audience to(Statements sql, About about, AlertKind kind) {
        var deployments = deployments(sql, about);
        var owners = owners(sql, deployments);
        var wanted = wanted(sql, about, deployments, owners);
        var all = Audience.NOBODY;
        for (var one : wanted) {
            if (one.wish().wants(kind)) {
                all = all.plus(people(sql, one.kind(), one.id()), one.wish().digest());
            }
        }
        for (var owner : owners) {
            if (wanted.stream().noneMatch(one -> isOwn(one, owner))) {
                all = all.plus(people(sql, Subscriber.TEAM, owner.id().toString()), Digest.IMMEDIATE);
            }
        }
        for (var held : held(sql, about)) {
            if (wanted.stream().noneMatch(one -> isOwn(one, held))) {
                all = all.plus(Set.of(held.person()), Digest.IMMEDIATE);
            }
        }
        return all;
    }

    private List<Responsibility.Held> held(Statements sql, About about) {
        return responsibilities.stream()
                .flatMap(responsibility -> responsibility.of(sql, about).stream())
                .toList();
    }

    private Set<UUID> people(Statements sql, String kind, String id) {
        return Optional.ofNullable(groups.get(kind))
                .map(group -> group.people(sql, id))
                .orElse(Set.of());
    }

    /** A team that says itself what it wants to know of its deployments is not told of everything. */
    private static boolean isOwn(Wanted wanted, Owner owner) {
        return wanted.isOf(Subscriber.TEAM, owner.id().toString())
                && Set.of(SubscriptionScope.APPROVED, SubscriptionScope.DEPLOYMENT)
                        .contains(wanted.wish().scope());
    }

    /** Whoever wants to know of all that is watched did not say what they want to know of what they answer for. */
    private static boolean isOwn(Wanted wanted, Responsibility.Held held) {
        return wanted.wish().scope() != SubscriptionScope.WATCHED
                && (wanted.isOf(Subscriber.PERSON, held.person().toString())
                        || wanted.isOf(held.within().kind(), held.within().id()));
    }

    /** Those for which the model, or one of the family, is approved now. */
    private Set<String> deployments(Statements sql, About about) {
        return Set.copyOf(sql.list(
                "SELECT deployment_key AS key FROM approval WHERE ended_at IS NULL AND valid_until > ?"
                        + " AND (model_id = ? OR (? <> '' AND position(? IN lower(model)) > 0))"
                        + " UNION SELECT ? WHERE ? <> ''",
                row -> row.getString("key"),
                clock.instant(),
                about.modelId(),
                about.familyName(),
                about.familyName(),
                about.deployment().orElse(""),
                about.deployment().orElse("")));
    }

    private static List<Owner> owners(Statements sql, Set<String> deployments) {
        return sql.list(
                "SELECT DISTINCT t.id, t.key FROM team_deployment d JOIN team t ON t.id = d.team_id"
                        + " WHERE d.deployment = ANY (?)",
                row -> new Owner(row.getObject("id", UUID.class), row.getString("key")),
                (Object) deployments.toArray(String[]::new));
    }

    private static List<Wanted> wanted(Statements sql, About about, Set<String> deployments, List<Owner> owners) {
        return sql.list(
                MATCH,
                row -> new Wanted(
                        row.getString("subscriber_kind"), row.getString("subscriber_id"), SubscriptionRows.wish(row)),
                about.modelName(),
                about.owner(),
                about.familyName(),
                about.shortName(),
                about.owner(),
                about.shortName(),
                deployments.toArray(String[]::new),
                owners.stream().map(Owner::key).toArray(String[]::new));
    }
}
