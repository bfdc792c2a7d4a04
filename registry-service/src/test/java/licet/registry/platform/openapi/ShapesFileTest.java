package licet.registry.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the generator does not see in a record: that an Optional can be absent, and that an enum is written as its word. The
 * file is made from the records, {@code -Dlicet.golden=write} writes it anew.
 */
class ShapesFileTest {
    private static final Path FILE = Path.of(
            System.getProperty("licet.root"),
            "registry-service/src/main/resources/licet/registry/platform/openapi/shapes.json");

    @Test
    void theFileSaysWhatTheRecordsSay() throws IOException {
        var generated = Yaml.read("/META-INF/swagger/licet-1.yml").at("/components/schemas");
        var optional = new TreeMap<String, List<String>>();
        var words = new TreeMap<String, List<String>>();
        for (var type : types()) {
            String name = name(type);
            if (generated.get(name) instanceof ObjectNode shape && fits(type, shape)) {
                if (type.isRecord()) {
                    var absent = absent(type);
                    if (!absent.isEmpty()) {
                        optional.put(name, absent);
                    }
                } else {
                    words.put(name, words(type));
                }
            }
        }
        assertThat(optional).hasSizeGreaterThan(30);
        assertThat(words).containsKeys("WaiverState", "RequestState");
        var whole = new JsonMapper().createObjectNode();
        whole.set("optional", tree(optional));
        whole.set("words", tree(words));
        var text = new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
        if ("write".equals(System.getProperty("licet.golden"))) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE))
                .as("write it anew with -Dlicet.golden=write")
                .isEqualTo(text);
    }

    private static ObjectNode tree(TreeMap<String, List<String>> all) {
        var node = new JsonMapper().createObjectNode();
        all.forEach((name, texts) -> {
            ArrayNode list = node.putArray(name);
            texts.forEach(list::add);
        });
        return node;
    }

    private static List<Class<?>> types() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("licet").stream()
                        .filter(type -> type.isRecord() || type.isEnum())
                        .map(JavaClass::reflect)
                        .<Class<?>>map(type -> type)
                        .toList();
    }

    private static String name(Class<?> type) {
        var given = Optional.ofNullable(type.getAnnotation(Schema.class))
                .map(Schema::name)
                .filter(text -> !text.isEmpty());
        return given.orElseGet(() -> type.isMemberClass() ? nested(type) : type.getSimpleName());
    }

    private static String nested(Class<?> type) {
        return Stream.<Class<?>>iterate(type, one -> one != null, Class::getEnclosingClass)
                .map(Class::getSimpleName)
                .reduce((inner, outer) -> outer + "." + inner)
                .orElseThrow();
    }

    /** Two types of different features can have one name; some fields are written by hand. */
    private static boolean fits(Class<?> type, ObjectNode shape) {
        if (type.isEnum()) {
            return shape.path("enum").size() == type.getEnumConstants().length;
        }
        var shown = shape.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        var known = fields(type).map(ShapesFileTest::field).toList();
        return 2 * shown.stream().filter(known::contains).count() > shown.size();
    }

    /** With those of a record whose fields stand beside its own. */
    private static Stream<RecordComponent> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(one -> one.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(one.getType())
                        : Stream.of(one));
    }

    private static List<String> absent(Class<?> type) {
        return fields(type)
                .filter(one -> one.getType().getSimpleName().startsWith("Optional")
                        || one.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(ShapesFileTest::field)
                .sorted()
                .toList();
    }

    private static String field(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .filter(text -> !text.isEmpty())
                .orElse(component.getName());
    }

    /** As the product itself writes them. */
    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> CanonicalJson.read(CanonicalJson.write(constant), String.class))
                .toList();
    }
}
