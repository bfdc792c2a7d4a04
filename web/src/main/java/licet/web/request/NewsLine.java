package licet.web.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import licet.registry.alert.Alert;
import licet.registry.alert.AlertKind;
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
    /** What becomes of models, as alerts name it. */
    public static final Set<String> STATES = Set.of("unlisted", "gone", "returned", "disabled", "enabled");

    public NewsLine {
        taken = List.copyOf(taken);
    }

    /**
     * @param href where it is about
     * @param name of the model, family, watch or stack; empty where it is about none
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
                Optional.ofNullable(facts.getOrDefault("graceUntil", facts.get("until")))
                        .flatMap(text -> parsed(Instant::parse, text)),
                alert.raisedAt(),
                alert.readAt().isPresent(),
                alert.taken(),
                isOpen(alert) && !caller.standing().onlyReads());
    }

    private static AboutLine about(Alert alert) {
        var facts = alert.facts();
        return new AboutLine(
                href(alert),
                name(facts),
                facts.getOrDefault("deployment", ""),
                difference(facts),
                Optional.ofNullable(facts.get("state")).filter(STATES::contains).orElse(""),
                Optional.ofNullable(facts.get("date")).flatMap(text -> parsed(LocalDate::parse, text)));
    }

    /** Facts are texts, and a later version may write them otherwise. */
    private static <T> Optional<T> parsed(Function<String, T> parse, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException otherwise) {
            return Optional.empty();
        }
    }

    /** The kinds up to conditions ask one person for something; the others wait for somebody to look after them. */
    private static boolean isOpen(Alert alert) {
        return alert.taken().isEmpty()
                && alert.kind().severity() != Severity.INFO
                && alert.kind().compareTo(AlertKind.CONDITION_DONE) > 0;
    }

    private static String href(Alert alert) {
        var link = alert.facts().get(NewAlert.LINK);
        if (link != null && link.startsWith("/") && !link.startsWith("//")) {
            return link;
        }
        return (alert.objectKind().equals("waiver") ? "/waivers/" : "/requests/") + alert.objectId();
    }

    private static String name(Map<String, String> facts) {
        return Stream.of("model", "family", "watch", "stack")
                .map(name -> facts.getOrDefault(name, ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<Difference> difference(Map<String, String> facts) {
        var before = facts.getOrDefault("before", "");
        var after = facts.getOrDefault("after", "");
        return before.isEmpty() && after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(facts.getOrDefault("path", ""), before, after));
    }
}
