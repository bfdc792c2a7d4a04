package licet.registry.change;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import org.jspecify.annotations.Nullable;

/**
 * Which owner confirms how often: {@code OWNER=RHYTHM} lines of {@code licet.facts.rhythms}, on top of the ones that the
 * product begins with.
 */
@Singleton
final class FactRhythms {
    private static final List<String> FIRST = List.of("finance=monthly", "deployments=quarterly");
    private static final Rhythm OTHERS = Rhythm.QUARTERLY;

    private final Map<String, Rhythm> byOwner = new HashMap<>();

    FactRhythms(@Property(name = "licet.facts.rhythms") @Nullable List<String> lines) {
        FIRST.forEach(this::read);
        if (lines != null) {
            lines.forEach(this::read);
        }
    }

    /** Quarterly for owners that no line names. */
    Rhythm of(String owner) {
        return byOwner.getOrDefault(normal(owner), OTHERS);
    }

    /** A team's own line, or that of all deployments. */
    Rhythm ofTeam(Optional<String> team) {
        return team.map(key -> byOwner.get(normal(key))).orElseGet(() -> of(DueFact.NO_TEAM));
    }

    private void read(String line) {
        var parts = line.split("=", 2);
        var rhythm = ClosedChoice.find(Rhythm.class, parts[parts.length - 1].strip());
        if (parts.length != 2 || rhythm.isEmpty()) {
            throw new IllegalArgumentException("licet.facts.rhythms: write OWNER=RHYTHM with one of "
                    + ClosedChoice.words(Rhythm.class) + " and not \"" + line + "\"");
        }
        byOwner.put(normal(parts[0]), rhythm.get());
    }

    private static String normal(String owner) {
        return owner.strip().toLowerCase(Locale.ROOT);
    }
}
