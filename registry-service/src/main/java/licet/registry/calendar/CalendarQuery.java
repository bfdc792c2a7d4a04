package licet.registry.calendar;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which days to show.
 *
 * @param from first day @param to last day
 * @param kinds never empty
 */
public record CalendarQuery(LocalDate from, LocalDate to, Set<CalendarKind> kinds, Scope scope) {
    /** Whose matters. */
    public sealed interface Scope {
        record All() implements Scope {}

        /** Of the deployments and stacks of somebody's teams, what they owe themselves, and what happens upstream. */
        record Mine(UUID person) implements Scope {}

        /** Of the deployments and stacks of a team. @param key of the team */
        record Team(String key) implements Scope {}

        record Family(String key) implements Scope {}

        /** Its reviews, and what happens to the deployments and families of its slots. */
        record Stack(String key) implements Scope {}
    }

    public CalendarQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
        kinds = kinds.isEmpty() ? EnumSet.allOf(CalendarKind.class) : Set.copyOf(kinds);
    }

    /** The subject of a scope, as it is stored; empty where there is none. */
    static String subject(Scope scope) {
        return switch (scope) {
            case Scope.All() -> "";
            case Scope.Mine _ -> "";
            case Scope.Team(var key) -> key;
            case Scope.Family(var key) -> key;
            case Scope.Stack(var key) -> key;
        };
    }

    static String word(Scope scope) {
        return switch (scope) {
            case Scope.All() -> "all";
            case Scope.Mine _ -> "mine";
            case Scope.Team _ -> "team";
            case Scope.Family _ -> "family";
            case Scope.Stack _ -> "stack";
        };
    }

    /** @param person who looks, or whose feed it is; a token of the host has nobody */
    static Optional<Scope> scope(String word, String subject, Optional<UUID> person) {
        return switch (word) {
            case "all" -> Optional.of(new Scope.All());
            case "mine" -> person.map(Scope.Mine::new);
            case "team" -> Optional.of(new Scope.Team(subject));
            case "family" -> Optional.of(new Scope.Family(subject));
            case "stack" -> Optional.of(new Scope.Stack(subject));
            default -> Optional.empty();
        };
    }
}
