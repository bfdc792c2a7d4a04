package licet.registry.bom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The models among the packages of an SPDX document: 2.2 and 2.3, and the graph of 3.0. */
final class SpdxReader {
    private static final String MODEL = "ai_AIPackage";

    private SpdxReader() {}

    static Bom readPackages(JsonNode root) {
        var all = new LinkedHashSet<Bom.Entry>();
        for (var each : root.path("packages")) {
            var purls = children(each.path("externalRefs"))
                    .filter(ref -> ref.path("referenceType").asText().equals("purl"))
                    .map(ref -> ref.path("referenceLocator").asText());
            named(purls, each.path("downloadLocation").asText())
                    .ifPresent(reference -> all.add(
                            new Bom.Entry(each.path("name").asText(reference), new Bom.Named.Model(reference))));
        }
        return new Bom(root.path("spdxVersion").asText().replace('-', ' '), List.copyOf(all));
    }

    static Bom readGraph(JsonNode root) {
        var all = new LinkedHashSet<Bom.Entry>();
        String version = "3.0";
        for (var each : root.path("@graph")) {
            version = each.path("specVersion").asText(version);
            var purls = Stream.concat(
                    Stream.of(each.path("software_packageUrl").asText()),
                    children(each.path("externalIdentifier"))
                            .map(id -> id.path("identifier").asText()));
            var reference = named(purls, each.path("software_downloadLocation").asText());
            if (reference.isPresent() || each.path("type").asText().equals(MODEL)) {
                all.add(new Bom.Entry(
                        each.path("name").asText("?"),
                        reference
                                .<Bom.Named>map(Bom.Named.Model::new)
                                .or(() -> hashed(each))
                                .orElseGet(Bom.Named.Nothing::new)));
            }
        }
        return new Bom("SPDX " + version, List.copyOf(all));
    }

    private static Optional<String> named(Stream<String> purls, String downloaded) {
        return purls.flatMap(purl -> HubNames.ofPurl(purl).stream())
                .findFirst()
                .or(() -> HubNames.ofAddress(downloaded));
    }

    private static Optional<Bom.Named> hashed(JsonNode element) {
        return children(element.path("verifiedUsing"))
                .filter(hash -> hash.path("algorithm").asText().equals("sha256"))
                .map(hash -> hash.path("hashValue").asText().toLowerCase(Locale.ROOT))
                .filter(HubNames::isSha256)
                .<Bom.Named>map(Bom.Named.File::new)
                .findFirst();
    }

    private static Stream<JsonNode> children(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
