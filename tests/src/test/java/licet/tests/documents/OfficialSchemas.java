package licet.tests.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Schemas that their makers publish: they lie in libraries of theirs, and nothing is fetched. */
final class OfficialSchemas {
    private OfficialSchemas() {}

    static JsonSchema get(String resource) throws IOException {
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix("http://cyclonedx.org/schema/", "classpath:/")));
        try (InputStream in = Objects.requireNonNull(
                OfficialSchemas.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return factory.getSchema(
                    new ObjectMapper().readTree(in),
                    SchemaValidatorsConfig.builder().build());
        }
    }
}
