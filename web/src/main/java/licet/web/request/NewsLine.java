package licet.web.request;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import licet.registry.alert.Alert;

/**
 * Something that whoever looks was told.
 *
 * @param kind word of what it is
 * @param href where it is about
 * @param model empty where it is about none
 * @param until a moment that it names: the end of a grace or of an emergency
 */
public record NewsLine(
        UUID id,
        String kind,
        String href,
        String model,
        String deployment,
        Optional<Instant> until,
        Instant at,
        boolean read) {
    static NewsLine of(Alert alert) {
        var facts = alert.facts();
        return new NewsLine(
                alert.id(),
                alert.kind().word(),
                (alert.objectKind().equals("waiver") ? "/waivers/" : "/requests/") + alert.objectId(),
                facts.getOrDefault("model", ""),
                facts.getOrDefault("deployment", ""),
                Optional.ofNullable(facts.getOrDefault("graceUntil", facts.get("until")))
                        .map(Instant::parse),
                alert.raisedAt(),
                alert.readAt().isPresent());
    }
}
