package licet.registry.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.policy.Policy;

/** Entries of the audit log about facts: the version, its digest, and every field that changed. */
public final class FactEntries {
    static final String SAVE = "save";
    static final String CONFIRM = "confirm";

    private FactEntries() {}

    /** A version as it was stored. */
    public record Stored(int version, String digest) {}

    static AuditEvent organization(
            Actor actor, String verb, Stored stored, Optional<Organization> before, Organization after) {
        var changed = ChangedFields.between(
                before.<JsonNode>map(old -> OrganizationText.of(old, true)).orElse(MissingNode.getInstance()),
                OrganizationText.of(after, true));
        return entry(actor, "organization", verb, "profile", stored, changed);
    }

    static AuditEvent deployment(
            Actor actor, String verb, Stored stored, Optional<Deployment> before, Deployment after) {
        var changed = ChangedFields.between(
                before.<JsonNode>map(DeploymentText::of).orElse(MissingNode.getInstance()), DeploymentText.of(after));
        return entry(actor, "deployment", verb, after.key().value(), stored, changed);
    }

    /**
     * @param verb what was done with the version, for example {@code activate}
     * @param before the policy in force that it was held against
     */
    public static AuditEvent policy(Actor actor, String verb, Stored stored, Optional<Policy> before, Policy after) {
        var changed =
                ChangedFields.between(before.map(PolicyFields::of).orElseGet(TreeMap::new), PolicyFields.of(after));
        return entry(actor, "policy", verb, after.key(), stored, changed);
    }

    private static AuditEvent entry(
            Actor actor, String kind, String verb, String id, Stored stored, Map<String, Object> changed) {
        var detail = new TreeMap<>(changed);
        detail.put("version", stored.version());
        detail.put("digest", stored.digest());
        return AuditEvent.of(actor, kind + "." + verb, kind, id, detail);
    }
}
