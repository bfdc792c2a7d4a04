package licet.registry.identity.oidc;

import java.util.Set;
import licet.registry.identity.Duties;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;

/** One line of the configuration: what being in the group gives. */
record GroupRole(String group, Duties duties) {
    private static final String SETTING = "licet.oidc.roles";

    /** Reads {@code GROUP=ROLE} or {@code GROUP=reviewer:TOPIC}. Group names may hold an equals sign, roles do not. */
    static GroupRole parse(String line) {
        var sign = line.lastIndexOf('=');
        if (sign < 1) {
            throw new IllegalArgumentException(SETTING + ": write GROUP=ROLE and not \"" + line + "\"");
        }
        return new GroupRole(line.substring(0, sign).strip(), parseDuties(SETTING, line.substring(sign + 1)));
    }

    static Duties parseDuties(String setting, String words) {
        var parts = words.strip().split(":", 2);
        var role = find(setting, Role.class, parts[0]);
        if (parts.length == 1) {
            return new Duties(Set.of(role), Set.of());
        }
        if (role != Role.REVIEWER) {
            throw new IllegalArgumentException(setting + ": only a reviewer has topics, not \"" + words + "\"");
        }
        return new Duties(Set.of(role), Set.of(find(setting, ReviewTopic.class, parts[1])));
    }

    private static <E extends Enum<E> & ClosedChoice> E find(String setting, Class<E> choices, String word) {
        return ClosedChoice.find(choices, word.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        setting + ": \"" + word + "\" is none of " + ClosedChoice.words(choices)));
    }
}
