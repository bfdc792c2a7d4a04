package licet.web.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import licet.registry.fact.OrganizationText;
import licet.rules.facts.Organization;

/** Between one item of the organization's facts and the fields of its form. */
final class OrganizationForm {
    private OrganizationForm() {}

    /** @param at place of the item in its list; empty for a new one */
    record Item(OrganizationPart part, OptionalInt at) {
        String word() {
            return at.isPresent() ? Integer.toString(at.getAsInt()) : "new";
        }
    }

    private static ArrayNode list(ObjectNode root, OrganizationPart part) {
        return root.withArray(part.pointer());
    }

    static boolean exists(Organization organization, Item item) {
        return item.at().isEmpty()
                || item.at().getAsInt()
                        < list(OrganizationText.of(organization, true), item.part())
                                .size();
    }

    static Typed typed(Organization organization, Item item) {
        JsonNode node = item.at().isPresent()
                ? list(OrganizationText.of(organization, true), item.part())
                        .path(item.at().getAsInt())
                : suggested(item.part(), organization);
        var all = new LinkedHashMap<String, List<String>>();
        item.part().fields().forEach(field -> all.put(field.id(), Written.typed(node, field)));
        return new Typed(all);
    }

    /** A new item knows nothing but what is the usual. */
    private static ObjectNode suggested(OrganizationPart part, Organization organization) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (part) {
            case ENTITIES -> node.put("seat", Definition.UNKNOWN).put("registered", Definition.UNKNOWN);
            case HOLDINGS -> node.put("percent", Definition.UNKNOWN);
            case FIGURES ->
                node.put("control", "more-than-half").put("breadth", "group").put("unit", "users");
            case RATES -> node.put("to", "USD");
        }
        organization.entities().stream()
                .findFirst()
                .ifPresent(first -> node.put("entity", first.key().value()));
        return node;
    }

    /** The whole profile with the item as it was typed. */
    static ObjectNode with(Organization organization, Item item, Typed typed) {
        var root = OrganizationText.of(organization, true);
        var list = list(root, item.part());
        var node = written(item.part(), typed);
        item.at().ifPresentOrElse(at -> list.set(at, node), () -> list.add(node));
        return root;
    }

    static ObjectNode without(Organization organization, Item item) {
        var root = OrganizationText.of(organization, true);
        item.at().ifPresent(at -> list(root, item.part()).remove(at));
        return root;
    }

    /** Where the readers of facts find the item. */
    static String pointer(Organization organization, Item item) {
        int size = list(OrganizationText.of(organization, true), item.part()).size();
        return item.part().pointer() + "/" + item.at().orElse(size);
    }

    private static ObjectNode written(OrganizationPart part, Typed typed) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var field : part.fields()) {
            if (!part.mayBeEmpty(field) || !typed.one(field.id()).isEmpty()) {
                Written.put(node, field, part.isNumber(field) ? plain(field, typed) : typed);
            }
        }
        return node;
    }

    /** People group digits; files do not. */
    private static Typed plain(Definition field, Typed typed) {
        return new Typed(Map.of(
                field.id(), List.of(typed.one(field.id()).replace(",", "").replace(" ", ""))));
    }
}
