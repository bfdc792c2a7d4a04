package licet.registry.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something for the calendar, as the feature that knows it tells it.
 *
 * @param key the same as long as it is the same matter, within its source
 * @param on whole days, or the days in UTC of the moment
 * @param about whose matter it is
 * @param facts what its text names, by name
 * @param path page of it
 */
public record CalendarEntry(
        String key, CalendarKind kind, Day on, boolean certain, About about, Map<String, String> facts, String path) {
    /** @param at the moment, where it is one */
    public record Day(LocalDate first, LocalDate last, Optional<Instant> at) {
        public static Day of(LocalDate day) {
            return new Day(day, day, Optional.empty());
        }

        public static Day of(Instant at) {
            var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
            return new Day(day, day, Optional.of(at));
        }
    }

    /** @param person whose matter it is, beside the team of the deployment @param stack key of a stack */
    public record About(
            Optional<String> family, Optional<String> deployment, Optional<UUID> person, Optional<String> stack) {
        private static final About NOTHING =
                new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static About family(String key) {
            return new About(Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static About deployment(String key) {
            return new About(Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty());
        }

        public static About stack(String key) {
            return new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(key));
        }

        public static About everybody() {
            return NOTHING;
        }

        public About of(UUID person) {
            return new About(family, deployment, Optional.of(person), stack);
        }
    }

    public CalendarEntry {
        facts = Map.copyOf(facts);
    }
}
