package licet.rules;

import java.util.Objects;
import licet.rules.format.SlotRolesYaml;
import licet.rules.stack.SlotRoles;

/** What stacks can be made of, as it comes with this module. No rule reads it. */
public final class ShippedStacks {
    private static final String ROLES = "slot-roles.yaml";

    private ShippedStacks() {}

    public static SlotRoles roles() {
        var files = KnowledgeFiles.read("/licet/stacks", ROLES);
        return SlotRolesYaml.parse(ROLES, Objects.requireNonNull(files.get(ROLES)));
    }
}
