package licet.tests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;

/** Shapes of a contract, in the dialect of OpenAPI 3.0. */
final class Shapes {
    private Shapes() {}

    /** @param document whose other shapes that one refers to */
    static JsonSchema of(JsonNode document, JsonNode shape) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", document.get("components"));
        whole.putArray("allOf").add(shape);
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V4,
                        builder -> builder.metaSchema(OpenApi30.getInstance())
                                .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()))
                .getSchema(whole);
    }
}
