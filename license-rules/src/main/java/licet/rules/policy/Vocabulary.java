package licet.rules.policy;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.license.Act;
import licet.rules.license.LicenseCatalog;
import licet.rules.lineage.Profile;

/** What policy conditions may speak of: three structures whose fields have types, so that conditions are type-checked. */
final class Vocabulary {
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType TEXTS = ListType.create(SimpleType.STRING);

    static final SortedMap<String, CelType> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("model.licenses", TEXTS),
            Map.entry("model.license_classes", TEXTS),
            Map.entry("model.developer", TEXT),
            Map.entry("model.developers", TEXTS),
            Map.entry("model.countries", TEXTS),
            Map.entry("model.lineage_gaps", TEXTS),
            Map.entry("model.modality", TEXT),
            Map.entry("model.gating", TEXT),
            Map.entry("model.scan", TEXT),
            Map.entry("model.formats", TEXTS),
            Map.entry("model.size", TEXT),
            Map.entry("deployment.stage", TEXT),
            Map.entry("deployment.channel", TEXT),
            Map.entry("deployment.acts", TEXTS),
            Map.entry("deployment.commercial", SimpleType.BOOL),
            Map.entry("deployment.outputs_leave_organization", SimpleType.BOOL),
            Map.entry("deployment.outputs_train", TEXT),
            Map.entry("deployment.fields", TEXTS),
            Map.entry("deployment.places_of_use", TEXTS),
            Map.entry("deployment.places_of_output", TEXTS),
            Map.entry("deployment.serving_region", TEXT),
            Map.entry("deployment.residency", TEXT),
            Map.entry("organization.seat", TEXT)));

    private Vocabulary() {}

    /** The structures, each a CEL variable of its own name: {@code model}, {@code deployment}, {@code organization}. */
    static List<StructType> structures() {
        var fields = new TreeMap<String, SortedMap<String, CelType>>();
        TYPES.forEach((name, type) ->
                fields.computeIfAbsent(structure(name), _ -> new TreeMap<>()).put(field(name), type));
        return fields.entrySet().stream()
                .map(entry -> structure(entry.getKey(), ImmutableMap.copyOf(entry.getValue())))
                .toList();
    }

    private static StructType structure(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }

    /** Flat names as the nested maps that CEL reads. */
    static Map<String, Object> nested(Map<String, Object> values) {
        var all = new TreeMap<String, Object>();
        structures().forEach(structure -> all.put(structure.name(), new TreeMap<String, Object>()));
        values.forEach((name, value) -> {
            @SuppressWarnings("unchecked")
            var fields = (Map<String, Object>) Objects.requireNonNull(all.get(structure(name)));
            fields.put(field(name), value);
        });
        return all;
    }

    static String structure(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    static String field(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    /** Known values by name, and for every unknown one the questions that would make it known. */
    record Bound(Map<String, Object> values, Map<String, Set<Question>> unknown) {
        Bound with(String name, Object value) {
            var all = new TreeMap<>(values);
            all.put(name, value);
            return new Bound(all, unknown);
        }
    }

    static Bound bind(Profile profile, Deployment deployment, Organization organization, LicenseCatalog catalog) {
        var values = new TreeMap<String, Object>();
        var unknown = new TreeMap<String, Set<Question>>();
        bindModel(values, profile, catalog);
        values.put("deployment.stage", Ids.of(deployment.stage()));
        values.put("deployment.channel", Ids.of(deployment.channel()));
        bindActs(values, unknown, deployment.acts());
        var use = deployment.use();
        var places = deployment.places();
        var facts = new Binder(values, unknown);
        facts.bind(
                "deployment.commercial",
                Deployment.FactName.COMMERCIAL,
                use.commercial().find());
        facts.bind(
                "deployment.outputs_leave_organization",
                Deployment.FactName.OUTPUTS_LEAVE_ORGANIZATION,
                use.outputsLeaveOrganization().find());
        facts.bind(
                "deployment.outputs_train",
                Deployment.FactName.OUTPUTS_TRAIN,
                use.outputsTrain().find().map(Ids::of));
        facts.bind(
                "deployment.fields",
                Deployment.FactName.FIELDS,
                use.fields().find().map(Vocabulary::ids));
        facts.bind("deployment.places_of_use", Deployment.FactName.PLACES_OF_USE, codes(places.use()));
        facts.bind("deployment.places_of_output", Deployment.FactName.PLACES_OF_OUTPUT, codes(places.outputs()));
        facts.bind(
                "deployment.serving_region",
                Deployment.FactName.SERVING_REGION,
                places.serving().find().map(Country::code));
        facts.bind(
                "deployment.residency",
                Deployment.FactName.RESIDENCY,
                places.residency().find().map(Country::code));
        var licensee = organization.get(deployment.licensee());
        facts.bind(
                "organization.seat",
                new Question.Seat(licensee.key()),
                licensee.seat().find().map(Country::code));
        return new Bound(values, unknown);
    }

    private static void bindModel(Map<String, Object> values, Profile profile, LicenseCatalog catalog) {
        var licenses = profile.terms().stream()
                .flatMap(term -> term.candidates().stream())
                .distinct()
                .sorted()
                .toList();
        values.put("model.licenses", licenses.stream().map(key -> key.value()).toList());
        values.put(
                "model.license_classes",
                licenses.stream()
                        .map(key -> Ids.of(catalog.get(key).licenseClass()))
                        .distinct()
                        .sorted()
                        .toList());
        values.put("model.developer", profile.developer());
        values.put("model.developers", List.copyOf(profile.developers()));
        values.put("model.countries", List.copyOf(profile.countries()));
        values.put("model.lineage_gaps", ids(profile.lineageGaps()));
        values.put("model.modality", Ids.of(profile.traits().modality()));
        values.put("model.gating", Ids.of(profile.traits().gating()));
        values.put("model.scan", Ids.of(profile.traits().scan()));
        values.put("model.formats", ids(profile.traits().formats()));
        values.put("model.size", Ids.of(profile.traits().size()));
    }

    private static void bindActs(Map<String, Object> values, Map<String, Set<Question>> unknown, Deployment.Acts acts) {
        if (acts.unknown().isEmpty()) {
            values.put("deployment.acts", ids(acts.done()));
            return;
        }
        var questions = new HashSet<Question>();
        for (Act act : acts.unknown()) {
            questions.add(new Question.DoesAct(act));
        }
        unknown.put("deployment.acts", questions);
    }

    static List<String> ids(Set<? extends Enum<?>> values) {
        return values.stream().map(Ids::of).sorted().toList();
    }

    private static Optional<List<String>> codes(Fact<SortedSet<Country>> fact) {
        return fact.find().map(set -> set.stream().map(Country::code).toList());
    }

    private record Binder(Map<String, Object> values, Map<String, Set<Question>> unknown) {
        void bind(String name, Deployment.FactName fact, Optional<?> value) {
            bind(name, new Question.AboutDeployment(fact), value);
        }

        void bind(String name, Question question, Optional<?> value) {
            value.ifPresentOrElse(known -> values.put(name, known), () -> unknown.put(name, Set.of(question)));
        }
    }
}
