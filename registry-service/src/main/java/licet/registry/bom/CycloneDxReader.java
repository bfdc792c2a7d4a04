package licet.registry.bom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The models among the components of a CycloneDX document, nested ones too. */
final class CycloneDxReader {
    private static final String MODEL = "machine-learning-model";

    private CycloneDxReader() {}

    static Bom read(JsonNode root) {
        var all = new LinkedHashSet<Bom.Entry>();
        var waiting = new ArrayDeque<JsonNode>(List.of(root.at("/metadata/component")));
        root.path("components").forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var component = waiting.removeFirst();
            entry(component).ifPresent(all::add);
            var nested = new ArrayList<JsonNode>();
            component.path("components").forEach(nested::add);
            nested.reversed().forEach(waiting::addFirst);
        }
        return new Bom("CycloneDX " + root.path("specVersion").asText("?"), List.copyOf(all));
    }

    private static Optional<Bom.Entry> entry(JsonNode component) {
        var reference = HubNames.ofPurl(component.path("purl").asText());
        if (reference.isEmpty() && !component.path("type").asText().equals(MODEL)) {
            return Optional.empty();
        }
        String label = label(component);
        return Optional.of(new Bom.Entry(
                label,
                reference
                        .<Bom.Named>map(Bom.Named.Model::new)
                        .or(() -> named(component))
                        .or(() -> hashed(component))
                        .orElseGet(Bom.Named.Nothing::new)));
    }

    private static String label(JsonNode component) {
        String group = component.path("group").asText();
        String name = component.path("name").asText("?");
        return group.isEmpty() ? name : group + "/" + name;
    }

    private static Optional<Bom.Named> named(JsonNode component) {
        return HubNames.of(label(component), component.path("version").asText()).map(Bom.Named.Model::new);
    }

    private static Optional<Bom.Named> hashed(JsonNode component) {
        for (var hash : component.path("hashes")) {
            String content = hash.path("content").asText().toLowerCase(Locale.ROOT);
            if (hash.path("alg").asText().equals("SHA-256") && HubNames.isSha256(content)) {
                return Optional.of(new Bom.Named.File(content));
            }
        }
        return Optional.empty();
    }
}
