package licet.registry.clearing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Relation;

/** Answers as people and programs write them. */
public final class AnswerText {
    private AnswerText() {}

    static Answer licenses(JsonNode given) {
        Map<Artifact, LicenseKey> licenses = new EnumMap<>(Artifact.class);
        if (!given.isObject()) {
            throw malformed("/licenses", "", "send an object from artifacts to keys of licenses");
        }
        given.properties()
                .forEach(entry -> licenses.put(
                        artifact(entry.getKey()),
                        license("/licenses/" + entry.getKey(), entry.getValue().asText())));
        return new Answer.Licenses(licenses);
    }

    static Answer parents(JsonNode given) {
        if (!given.isArray()) {
            throw malformed("/parents", "", "send a list of parents");
        }
        List<Concluded.Origin> parents = new ArrayList<>();
        given.forEach(each -> parents.add(origin(
                each.path("model").asText(),
                each.path("relation").asText(),
                Optional.ofNullable(each.get("revision"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue))));
        return new Answer.Origins(parents);
    }

    public static Concluded.Origin origin(String model, String relation, Optional<String> revision) {
        String name = model.strip();
        if (!name.matches("[^\\s/]+/[^\\s/]+|[^\\s/]+") || name.length() > 200) {
            throw malformed("/parents", name, "name the parent like owner/name");
        }
        return new Concluded.Origin(
                new ModelId(name),
                relation(relation),
                revision.map(String::strip).filter(text -> !text.isEmpty()));
    }

    public static LicenseKey license(String field, String key) {
        try {
            return new LicenseKey(key.strip());
        } catch (IllegalArgumentException _) {
            throw malformed(field, key, "choose a license of the catalog");
        }
    }

    private static Relation relation(String word) {
        return Arrays.stream(Relation.values())
                .filter(relation -> Ids.of(relation).equals(word))
                .findFirst()
                .orElseThrow(() -> malformed("/parents", word, "use one of " + words(Relation.values())));
    }

    private static Artifact artifact(String word) {
        return Arrays.stream(Artifact.values())
                .filter(artifact -> Ids.of(artifact).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> malformed("/licenses", word, "use one of " + words(Artifact.values())));
    }

    private static String words(Enum<?>... choices) {
        return Arrays.stream(choices).map(Ids::of).collect(Collectors.joining(", "));
    }

    private static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
