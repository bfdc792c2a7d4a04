package licet.web.fact;

import static licet.web.fact.Definition.Kind.COUNTRIES;
import static licet.web.fact.Definition.Kind.COUNTRY;
import static licet.web.fact.Definition.Kind.ONE;
import static licet.web.fact.Definition.Kind.ONE_OR_UNKNOWN;
import static licet.web.fact.Definition.Kind.SOME_OR_UNKNOWN;
import static licet.web.fact.Definition.Kind.TEXT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Field;

/** Every fact of a deployment, in the order in which a person would be asked. */
public final class DeploymentFields {
    static final Definition KEY = Definition.plain("key", TEXT);
    static final Definition LICENSEE = Definition.plain("licensee", ONE);
    private static final List<String> YES_NO = List.of("no", "yes", Definition.UNKNOWN);

    static final Map<String, List<Definition>> GROUPS = groups();

    private DeploymentFields() {}

    private static Map<String, List<Definition>> groups() {
        var all = new LinkedHashMap<String, List<Definition>>();
        all.put(
                "about",
                List.of(
                        Definition.plain("name", TEXT),
                        LICENSEE,
                        Definition.of("stage", ONE, "stage", Deployment.Stage.values()),
                        Definition.of("channel", ONE, "channel", Deployment.Channel.values())));
        all.put("acts", Stream.of(Act.values()).map(DeploymentFields::act).toList());
        all.put(
                "use",
                List.of(
                        Definition.yesNo("use.commercial"),
                        Definition.yesNo("use.outputs-leave-organization"),
                        Definition.of(
                                "use.outputs-train", ONE_OR_UNKNOWN, "outputs-train", Deployment.OutputsTrain.values()),
                        Definition.of("use.fields", SOME_OR_UNKNOWN, "field", Field.values()),
                        Definition.plain("use.derived-model-name", TEXT)));
        all.put(
                "places",
                List.of(
                        Definition.plain("places.use", COUNTRIES),
                        Definition.plain("places.outputs", COUNTRIES),
                        Definition.plain("places.serving", COUNTRY),
                        Definition.plain("places.residency", COUNTRY)));
        all.put(
                "context",
                List.of(
                        Definition.of(
                                "context.recipients", SOME_OR_UNKNOWN, "recipient", Deployment.Recipient.values()),
                        Definition.of(
                                "context.public-contracts",
                                SOME_OR_UNKNOWN,
                                "public-contract",
                                Deployment.PublicContract.values()),
                        Definition.yesNo("context.high-risk"),
                        Definition.yesNo("context.large-modification")));
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Definition act(Act act) {
        return new Definition("acts." + Ids.of(act), ONE, "answer", YES_NO);
    }

    static Stream<Definition> all() {
        return GROUPS.values().stream().flatMap(List::stream);
    }

    /** Names of the groups, for their headings. */
    public static Stream<String> groupNames() {
        return GROUPS.keySet().stream();
    }

    /** Ids of the fields that have a label of their own; the acts are called by what they are. */
    public static Stream<String> labeled() {
        return Stream.concat(Stream.of(KEY), all()).map(Definition::id).filter(id -> !id.startsWith("acts."));
    }

    /** Ids of the fields with a hint. */
    public static Stream<String> hinted() {
        return Stream.of(
                "key",
                "licensee",
                "use.derived-model-name",
                "places.use",
                "places.outputs",
                "places.serving",
                "places.residency",
                "context.recipients",
                "context.large-modification");
    }
}
