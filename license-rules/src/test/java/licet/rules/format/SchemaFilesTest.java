package licet.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import licet.rules.Corpus;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.Grant;
import licet.rules.policy.Topic;
import licet.rules.regulation.Reach;
import licet.rules.regulation.Regulation;
import licet.rules.release.Claim;
import licet.rules.release.Said;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every shipped file follows the JSON Schema that editors use, and the schema knows the same words as the parsers. */
class SchemaFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyFileFollowsItsSchema() throws Exception {
        var problems = new ArrayList<String>();
        for (var file : files().entrySet()) {
            JsonNode schema = schema(file.getValue().schema());
            var yaml = new Load(LoadSettings.builder().build())
                    .loadFromString(file.getValue().text());
            check(schema, schema, JSON.valueToTree(yaml), file.getKey(), problems);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void schemaAndParserKnowTheSameWords() throws Exception {
        JsonNode schema = schema("license");
        JsonNode clauses = schema.at("/$defs/clause/oneOf");
        var kinds = StreamSupport.stream(clauses.spliterator(), false)
                .map(clause -> clause.at("/properties/kind/const").textValue())
                .toList();
        assertThat(kinds)
                .containsExactlyElementsOf(
                        Arrays.stream(ClauseYaml.Kind.values()).map(Ids::of).toList());
        assertThat(kinds).hasSameSizeAs(Clause.class.getPermittedSubclasses());
        assertThat(words(clauses.get(3).at("/properties/banned/items"))).isEqualTo(ids(Field.class));
        assertThat(words(clauses.get(6).at("/properties/duty"))).isEqualTo(ids(Clause.Duty.Kind.class));
        assertThat(words(clauses.get(10).at("/properties/term"))).isEqualTo(ids(Clause.Term.Kind.class));
        assertThat(words(schema.at("/$defs/scope/properties/acts/items"))).isEqualTo(ids(Act.class));
    }

    @Test
    void policySchemaAndParserKnowTheSameWords() throws Exception {
        JsonNode rule = schema("policy").at("/properties/rules/items/properties");
        assertThat(words(rule.get("topic"))).isEqualTo(ids(Topic.class));
        assertThat(words(rule.get("then"))).isEqualTo(ids(PolicyYaml.Then.class));
        JsonNode regulation = schema("regulation");
        JsonNode ruled = regulation.at("/properties/rules/items/properties");
        assertThat(words(ruled.get("kind"))).isEqualTo(ids(RegulationYaml.Kind.class));
        assertThat(words(ruled.get("then"))).isEqualTo(ids(Regulation.Effect.class));
        assertThat(words(ruled.get("through"))).isEqualTo(ids(Reach.Through.class));
        assertThat(words(regulation.at("/properties/status"))).isEqualTo(ids(Regulation.Status.class));
    }

    @Test
    void claimSchemaAndParserKnowTheSameWords() throws Exception {
        JsonNode claim = schema("claims").at("/properties/claims/items/properties");
        assertThat(words(claim.get("kind"))).isEqualTo(ids(Claim.Kind.class));
        JsonNode point = claim.at("/says/items/properties");
        assertThat(words(point.at("/grant/properties/act"))).isEqualTo(ids(Act.class));
        assertThat(words(point.at("/grant/properties/state"))).isEqualTo(ids(Grant.State.class));
        assertThat(point.size() - 1).isEqualTo(Said.class.getPermittedSubclasses().length);
    }

    private static TreeSet<String> words(JsonNode schema) {
        var words = new TreeSet<String>();
        schema.get("enum").forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static <E extends Enum<E>> TreeSet<String> ids(Class<E> type) {
        return new TreeSet<>(Arrays.stream(type.getEnumConstants()).map(Ids::of).toList());
    }

    private record Shipped(String schema, String text) {}

    private static Map<String, Shipped> files() {
        var files = new LinkedHashMap<String, Shipped>();
        Knowledge.files(true).forEach((path, text) -> {
            if (path.endsWith(".yaml")) {
                files.put(path, new Shipped(schemaOf(path), text));
            }
        });
        for (String sample : List.of("eu-internal-tool", "large-customer-product", "us-hosted-service")) {
            String path = "/licet/samples/deployments/" + sample + ".yaml";
            files.put(path, new Shipped("deployment", Corpus.resource(path)));
        }
        for (String policy :
                List.of("balanced", "permissive-only", "eu-regulated-industry", "us-public-sector-contractor")) {
            String path = "/licet/samples/policies/" + policy + ".yaml";
            files.put(path, new Shipped("policy", Corpus.resource(path)));
        }
        for (String releases : List.of("releases", "model-families", "claims")) {
            String path = "/licet/releases/" + releases + ".yaml";
            files.put(path, new Shipped(releases, Corpus.resource(path)));
        }
        String roles = "/licet/stacks/slot-roles.yaml";
        files.put(roles, new Shipped("slot-roles", Corpus.resource(roles)));
        String organization = "/licet/samples/organization.yaml";
        files.put(organization, new Shipped("organization", Corpus.resource(organization)));
        return files;
    }

    private static String schemaOf(String path) {
        return switch (path.substring(0, Math.max(0, path.indexOf('/')))) {
            case "licenses" -> "license";
            case "use-policies" -> "use-policy";
            case "stand-ins" -> "stand-in";
            case "jurisdictions" -> "developers";
            case "regulations" -> "regulation";
            default -> path.replace(".yaml", "");
        };
    }

    private static JsonNode schema(String name) throws Exception {
        return JSON.readTree(Corpus.resource("/licet/schema/" + name + ".schema.json"));
    }

    /** The part of JSON Schema that our schemas use. */
    private static void check(JsonNode root, JsonNode schema, JsonNode value, String at, List<String> problems) {
        if (schema.has("$ref")) {
            check(root, root.at(schema.get("$ref").textValue().substring(1)), value, at, problems);
            return;
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                checkChoice(root, schema.get(choice), value, at, problems);
            }
        }
        if (schema.has("const") && !schema.get("const").asText().equals(value.asText())) {
            problems.add(at + ": is not " + schema.get("const"));
        }
        if (schema.has("enum") && !words(schema).contains(value.asText())) {
            problems.add(at + ": " + value + " is not one of " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && !java.util.regex.Pattern.compile(schema.get("pattern").textValue())
                        .matcher(value.asText())
                        .find()) {
            problems.add(at + ": " + value + " does not match " + schema.get("pattern"));
        }
        if (schema.has("items")) {
            value.forEach(item -> check(root, schema.get("items"), item, at + "[]", problems));
        }
        if (schema.has("properties")) {
            checkFields(root, schema, value, at, problems);
        }
    }

    private static void checkChoice(JsonNode root, JsonNode choices, JsonNode value, String at, List<String> problems) {
        for (JsonNode choice : choices) {
            var found = new ArrayList<String>();
            check(root, choice, value, at, found);
            if (found.isEmpty()) {
                return;
            }
        }
        problems.add(at + ": " + value + " fits none of the choices");
    }

    private static void checkFields(JsonNode root, JsonNode schema, JsonNode value, String at, List<String> problems) {
        schema.get("required").forEach(name -> {
            if (!value.has(name.textValue())) {
                problems.add(at + ": lacks " + name);
            }
        });
        value.properties().forEach(field -> {
            JsonNode inner = schema.get("properties").get(field.getKey());
            if (inner == null) {
                problems.add(at + ": has the unknown field " + field.getKey());
            } else {
                check(root, inner, field.getValue(), at + "." + field.getKey(), problems);
            }
        });
    }
}
