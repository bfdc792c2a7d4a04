package licet.registry.clearing;

import java.util.List;
import java.util.Map;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;

/** What the audit log says of each step. */
final class ClearingAudit {
    private ClearingAudit() {}

    static AuditEvent proposed(Actor by, Clearing clearing, List<String> keys) {
        return event(by, "clearing.propose", clearing, keys, clearing.reasons());
    }

    static AuditEvent confirmed(Actor by, Clearing clearing, List<String> keys, String why) {
        return event(by, "clearing.confirm", clearing, keys, why);
    }

    static AuditEvent withdrawn(Actor by, Clearing clearing, List<String> keys, String why) {
        return event(by, "clearing.withdraw", clearing, keys, why);
    }

    static AuditEvent revoked(Actor by, Clearing clearing, List<String> keys, String why) {
        return event(by, "clearing.revoke", clearing, keys, why);
    }

    private static AuditEvent event(Actor by, String action, Clearing clearing, List<String> keys, String why) {
        return AuditEvent.of(
                        by,
                        action,
                        ClearingDesk.KIND,
                        clearing.id().toString(),
                        Map.of(
                                "concluded", clearing.concluded(),
                                "state", clearing.state().word(),
                                "question", clearing.about().question().word(),
                                "evidence", keys))
                .because(why.strip());
    }
}
