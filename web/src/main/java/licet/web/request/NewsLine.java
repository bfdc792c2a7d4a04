package licet.web.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.Alert;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertNews;
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
    /** What becomes of models, as alerts name it. */
    public static final Set<String> STATES = Set.of("unlisted", "gone", "returned", "disabled", "enabled");

    public NewsLine {
        taken = List.copyOf(taken);
    }

    /**
     * @param href where it is about
     * @param name of the model, family or watch; empty where it is about none
     * @param difference what it was and what it is
     * @param state word of what became of a model; empty for everything else
     * @param day on which something will be over
     */
    public record AboutLine(
            String href,
            String name,
            String deployment,
            Optional<Difference> difference,
            String state,
            Optional<LocalDate> day) {}

    /** @param where file in which they differ; empty for none */
    public record Difference(String where, String before, String after) {}

    static NewsLine of(Alert alert, Principal caller) {
        var facts = alert.facts();
        return new NewsLine(
                alert.id(),
                alert.kind().word(),
                alert.kind().severity().word(),
                about(alert),
                AlertNews.moment(facts),
                alert.raisedAt(),
                alert.readAt().isPresent(),
                alert.taken(),
                isOpen(alert) && !caller.standing().onlyReads());
    }

    private static AboutLine about(Alert alert) {
        var facts = alert.facts();
        return new AboutLine(
                AlertNews.path(alert.objectKind(), alert.objectId(), facts),
                AlertNews.name(facts),
                facts.getOrDefault("deployment", ""),
                difference(facts),
                Optional.ofNullable(facts.get("state")).filter(STATES::contains).orElse(""),
                AlertNews.day(facts));
    }

    /** The kinds up to conditions ask one person for something; the others wait for somebody to look after them. */
    private static boolean isOpen(Alert alert) {
        return alert.taken().isEmpty()
                && alert.kind().severity() != Severity.INFO
                && alert.kind().compareTo(AlertKind.CONDITION_DONE) > 0;
    }

    private static Optional<Difference> difference(Map<String, String> facts) {
        var before = facts.getOrDefault("before", "");
        var after = facts.getOrDefault("after", "");
        return before.isEmpty() && after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(facts.getOrDefault("path", ""), before, after));
    }
}
