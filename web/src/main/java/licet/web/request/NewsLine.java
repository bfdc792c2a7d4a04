package licet.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.alert.Alert;
import licet.registry.alert.NewAlert;
import licet.registry.alert.Severity;
import licet.registry.platform.http.Principal;

/**
 * Something that whoever looks was told.
 *
 * @param kind word of what it is
 * @param severity word of how much it matters
 * @param about what it concerns
 * @param until a moment that it names: the end of a grace or of an emergency
 * @param taken who takes care of it
 * @param open whether whoever looks can say that they do
 */
public record NewsLine(
        UUID id,
        String kind,
        String severity,
        AboutLine about,
        Optional<Instant> until,
        Instant at,
        boolean read,
        List<Alert.Acknowledgement> taken,
        boolean open) {
    public NewsLine {
        taken = List.copyOf(taken);
    }

    /**
     * @param href where it is about
     * @param name of the model, family or watch; empty where it is about none
     * @param difference what it was and what it is
     */
    public record AboutLine(String href, String name, String deployment, Optional<Difference> difference) {}

    /** @param where file in which they differ; empty for none */
    public record Difference(String where, String before, String after) {}

    static NewsLine of(Alert alert, Principal caller) {
        var facts = alert.facts();
        return new NewsLine(
                alert.id(),
                alert.kind().word(),
                alert.kind().severity().word(),
                new AboutLine(href(alert), name(facts), facts.getOrDefault("deployment", ""), difference(facts)),
                Optional.ofNullable(facts.getOrDefault("graceUntil", facts.get("until")))
                        .map(Instant::parse),
                alert.raisedAt(),
                alert.readAt().isPresent(),
                alert.taken(),
                isOpen(alert) && !caller.standing().onlyReads());
    }

    private static boolean isOpen(Alert alert) {
        return alert.taken().isEmpty() && alert.kind().severity() != Severity.INFO;
    }

    private static String href(Alert alert) {
        var link = alert.facts().get(NewAlert.LINK);
        if (link != null && link.startsWith("/") && !link.startsWith("//")) {
            return link;
        }
        return (alert.objectKind().equals("waiver") ? "/waivers/" : "/requests/") + alert.objectId();
    }

    private static String name(Map<String, String> facts) {
        return facts.getOrDefault("model", facts.getOrDefault("family", facts.getOrDefault("watch", "")));
    }

    private static Optional<Difference> difference(Map<String, String> facts) {
        var before = facts.getOrDefault("before", "");
        var after = facts.getOrDefault("after", "");
        return before.isEmpty() && after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(facts.getOrDefault("path", ""), before, after));
    }
}
