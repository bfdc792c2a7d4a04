package licet.web.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licet.registry.fact.DeploymentText;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.license.Act;

/** Between a deployment and the fields of its form. */
final class DeploymentForm {
    private static final String ACTS = "acts.";

    private DeploymentForm() {}

    /** A new deployment: nobody knows anything yet. */
    static Typed empty(String licensee) {
        var nothing = JsonNodeFactory.instance.objectNode();
        nothing.put("licensee", licensee);
        nothing.put("stage", Ids.of(Deployment.Stage.EVALUATION));
        nothing.put("channel", Ids.of(Deployment.Channel.OWN_WEIGHTS));
        for (var place : List.of("serving", "residency")) {
            nothing.withObject("/places").put(place, Definition.UNKNOWN);
        }
        nothing.withObject("/use").put("derived-model-name", Definition.UNKNOWN);
        var unknown = nothing.withObject("/acts").putArray("unknown");
        for (var act : Act.values()) {
            unknown.add(Ids.of(act));
        }
        return typed(nothing);
    }

    static Typed typed(Deployment deployment) {
        return typed(DeploymentText.of(deployment));
    }

    private static Typed typed(JsonNode written) {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("key", List.of(written.path("key").asText()));
        DeploymentFields.all()
                .forEach(field -> all.put(
                        field.id(),
                        field.id().startsWith(ACTS)
                                ? act(written, field.id().substring(ACTS.length()))
                                : Written.typed(written, field)));
        return new Typed(all);
    }

    private static List<String> act(JsonNode written, String act) {
        for (var answer : Map.of("done", "yes", "unknown", Definition.UNKNOWN).entrySet()) {
            for (var listed : written.path("acts").path(answer.getKey())) {
                if (listed.asText().equals(act)) {
                    return List.of(answer.getValue());
                }
            }
        }
        return List.of("no");
    }

    /** The written form of what was typed, right or wrong: its reader says what has to be mended. */
    static ObjectNode written(String key, Typed typed) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("schema", 1);
        root.put("key", key);
        var acts = root.putObject("acts");
        var done = acts.putArray("done");
        var unknown = acts.putArray("unknown");
        DeploymentFields.all().forEach(field -> {
            if (!field.id().startsWith(ACTS)) {
                Written.put(root, field, typed);
                return;
            }
            var act = field.id().substring(ACTS.length());
            switch (typed.one(field.id())) {
                case "yes" -> done.add(act);
                case "no" -> {}
                default -> unknown.add(act);
            }
        });
        return root;
    }
}
