package licet.rules.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;
import licet.rules.license.Clause;

/** The known facts that a clause was held against, so that an explanation can name them. */
final class DecidingFacts {
    private final Situation situation;
    private final Optional<String> fields;
    private final Optional<String> use;
    private final Optional<String> outputs;

    /** Many clauses are held against the same lists, so these are written once. */
    DecidingFacts(Situation situation) {
        var deployment = situation.deployment();
        this.situation = situation;
        this.fields = deployment.use().fields().find().map(DecidingFacts::ids);
        this.use = codes(deployment.places().use());
        this.outputs = codes(deployment.places().outputs());
    }

    /** Figures are named where they are tested; here follow the facts about the deployment and the licensee. */
    List<Finding.FactUsed> of(Clause clause, boolean met) {
        var used = new ArrayList<Finding.FactUsed>();
        for (var fact : known(clause)) {
            used.add(new Finding.FactUsed(fact.question, fact.value, Optional.empty(), met));
        }
        return used;
    }

    private record Known(Question question, String value) {}

    private List<Known> known(Clause clause) {
        var said = situation.deployment().use();
        return switch (clause) {
            case Clause.Territory territory ->
                switch (territory.test()) {
                    case LICENSEE_SEAT ->
                        list(
                                new Question.Seat(situation.licensee().key()),
                                situation.licensee().seat().find().map(Country::code));
                    case PLACE_OF_USE -> list(Deployment.FactName.PLACES_OF_USE, use);
                    case PLACE_OF_OUTPUT -> list(Deployment.FactName.PLACES_OF_OUTPUT, outputs);
                };
            case Clause.PurposeLimit _ ->
                list(Deployment.FactName.COMMERCIAL, said.commercial().find().map(String::valueOf));
            case Clause.FieldOfUse _ -> list(Deployment.FactName.FIELDS, fields);
            case Clause.OutputTraining _ ->
                list(
                        Deployment.FactName.OUTPUTS_TRAIN,
                        said.outputsTrain().find().map(Ids::of));
            case Clause.NamePrefix _ ->
                list(
                        Deployment.FactName.DERIVED_MODEL_NAME,
                        said.derivedModelName().find().filter(name -> !name.isBlank()));
            case Clause.UsageCap _ -> List.of();
            case Clause.Duty _ -> List.of();
            case Clause.Registration _ -> List.of();
            case Clause.AgreementGate _ -> List.of();
            case Clause.Ambiguity _ -> List.of();
            case Clause.Term _ -> List.of();
        };
    }

    private static List<Known> list(Deployment.FactName fact, Optional<String> value) {
        return list(new Question.AboutDeployment(fact), value);
    }

    private static List<Known> list(Question question, Optional<String> value) {
        return value.map(known -> List.of(new Known(question, known))).orElse(List.of());
    }

    private static Optional<String> codes(Fact<? extends Set<Country>> places) {
        return places.find().map(all -> {
            var codes = new ArrayList<String>(all.size());
            all.forEach(country -> codes.add(country.code()));
            return String.join(", ", codes);
        });
    }

    private static String ids(Set<? extends Enum<?>> values) {
        var ids = new TreeSet<String>();
        values.forEach(value -> ids.add(Ids.of(value)));
        return String.join(", ", ids);
    }
}
