package licet.registry.release;

/**
 * A family in a list.
 *
 * @param name as people call it; the namespace for what no family has
 * @param known whether it is one of the families that ship, and not a namespace
 * @param models of which something was read or is stated
 */
public record FamilyLine(String key, String name, boolean known, long models) {}
