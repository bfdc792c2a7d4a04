package licet.registry.identity.oidc;

import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Role;

/** One line of the configuration: whoever is in the group has the role. */
record GroupRole(String group, Role role) {
    /** Reads {@code GROUP=ROLE}. Group names may hold an equals sign themselves, roles do not. */
    static GroupRole parse(String line) {
        var sign = line.lastIndexOf('=');
        if (sign < 1) {
            throw new IllegalArgumentException("licet.oidc.roles: write GROUP=ROLE and not \"" + line + "\"");
        }
        return new GroupRole(line.substring(0, sign).strip(), parseRole("licet.oidc.roles", line.substring(sign + 1)));
    }

    static Role parseRole(String setting, String word) {
        return ClosedChoice.find(Role.class, word.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        setting + ": \"" + word + "\" is no role; roles are " + ClosedChoice.words(Role.class)));
    }
}
