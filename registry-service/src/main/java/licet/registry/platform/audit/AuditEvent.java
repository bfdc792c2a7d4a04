package licet.registry.platform.audit;

import java.util.Map;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What happened, before it has a place in the chain.
 *
 * @param action what was done, as {@code object.verb}, for instance {@code token.revoke}
 * @param detail canonical JSON: before and after, ids and hashes; no names, no secrets
 */
public record AuditEvent(
        Actor actor,
        String action,
        String objectKind,
        String objectId,
        String detail,
        @Nullable String reason) {
    public AuditEvent {
        if (action.isBlank() || objectKind.isBlank() || objectId.isBlank()) {
            throw new IllegalArgumentException("an audit event names its action and its object");
        }
        // The database holds no NUL: what it gives back must hash to the same value.
        objectId = objectId.replace('\0', '\uFFFD');
        detail = detail.replace('\0', '\uFFFD');
        reason = reason == null ? null : reason.replace('\0', '\uFFFD');
    }

    public static AuditEvent of(Actor actor, String action, String objectKind, String objectId, Map<String, ?> detail) {
        return new AuditEvent(actor, action, objectKind, objectId, CanonicalJson.write(detail), null);
    }

    public AuditEvent because(String given) {
        return new AuditEvent(actor, action, objectKind, objectId, detail, given);
    }
}
