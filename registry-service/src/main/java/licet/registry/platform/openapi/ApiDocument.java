package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/** The contract as OpenAPI 3: what was generated from the controllers, and what data files add to it. */
@Singleton
public final class ApiDocument {
    private static final String GENERATED = "/META-INF/swagger/licet-1.yml";
    private static final String DATA = "/licet/registry/platform/openapi/";

    private final ObjectNode tree;
    private final String yaml;

    /** Reads it once; it is the same for the life of the program. */
    public ApiDocument() {
        this.tree = make();
        this.yaml = Yaml.write(tree);
    }

    private static ObjectNode make() {
        var document = Yaml.read(GENERATED);
        Merge.into(document, Yaml.read(DATA + "additions.yaml"));
        var schemas = new Schemas(document);
        var shapes = Yaml.read(DATA + "shapes.json");
        schemas.correct(shapes.path("optional"), shapes.path("words"));
        Examples.ofSchemas(document, Yaml.read(DATA + "examples.yaml"));
        var texts = new ParameterTexts(Yaml.read(DATA + "parameters.yaml"));
        var refusals = new Refusals(document);
        var examples = new Examples(new ExampleMaker(schemas, Yaml.read(DATA + "words.yaml")));
        for (var operation : Operation.list(document)) {
            texts.complete(operation);
            Names.complete(operation);
            examples.complete(operation);
            refusals.complete(operation);
        }
        return document;
    }

    public String yaml() {
        return yaml;
    }

    /** A copy that may be changed. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }
}
