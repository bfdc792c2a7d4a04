package licet.rules.format;

import licet.rules.stack.SlotRoles;

/** Reads {@code stacks/slot-roles.yaml}. */
public final class SlotRolesYaml {
    private SlotRolesYaml() {}

    public static SlotRoles parse(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "roles");
            fields.schema(1);
            return new SlotRoles(fields.list("roles", SlotRolesYaml::role));
        });
    }

    private static SlotRoles.Role role(YamlNode node) {
        var fields = node.fields("key", "name", "about");
        return new SlotRoles.Role(fields.text("key"), fields.text("name"), fields.text("about"));
    }
}
