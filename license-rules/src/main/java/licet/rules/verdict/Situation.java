package licet.rules.verdict;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.facts.Tri;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Scope;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;

/**
 * The facts of one deployment, asked in the terms of the licenses. Exemptions and triggers are derived from facts such
 * as whether outputs leave the organization, never from a label.
 *
 * @param regionHolds whether a set of country and region codes holds a country
 * @param ofAncestor whether it is asked for a model from which others made the judged one: passing that on is passing on
 *     a derivative, whoever made it
 */
record Situation(
        Deployment deployment,
        Organization.Entity licensee,
        BiPredicate<Set<String>, Country> regionHolds,
        boolean ofAncestor) {

    /** The same facts as the terms of one node see them. */
    Situation at(Profile.Term term) {
        return new Situation(deployment, licensee, regionHolds, !term.path().equals("self") && !term.throughOutputs());
    }

    /** The same facts for what only our own work triggers. */
    Situation ofOwnWork() {
        return new Situation(deployment, licensee, regionHolds, false);
    }

    Tri applies(Scope scope) {
        return acts(scope).and(business(scope)).and(exempt(scope).not());
    }

    private Tri business(Scope scope) {
        return scope.businesses().isEmpty()
                ? Tri.YES
                : licensee.businesses()
                        .holds(
                                new Question.AboutEntity(licensee.key(), Question.AboutEntity.EntityFact.BUSINESSES),
                                all -> all.stream().anyMatch(scope.businesses()::contains));
    }

    private Tri acts(Scope scope) {
        return scope.acts().isEmpty() ? Tri.YES : any(scope.acts(), this::does);
    }

    private Tri exempt(Scope scope) {
        return any(scope.exemptions(), this::exempt);
    }

    private Tri exempt(Scope.Exemption exemption) {
        return switch (exemption) {
            case INTERNAL_USE ->
                outputsLeave()
                        .or(does(Act.HOST_FOR_THIRD_PARTIES))
                        .or(distributes())
                        .not();
            case END_USER_OF_INTEGRATED_PRODUCT ->
                Tri.of(deployment.channel() == Deployment.Channel.INSIDE_VENDOR_PRODUCT);
            case LICENSOR_CHANNEL -> Tri.of(deployment.channel() == Deployment.Channel.LICENSOR_PARTNER);
            case EVALUATION ->
                Tri.of(deployment.stage() == Deployment.Stage.EVALUATION)
                        .and(madeAvailable().not());
        };
    }

    /** Whether one of the triggers of an obligation happens; no trigger means always. */
    Tri triggered(Scope scope, Optional<String> licensor) {
        return scope.triggers().isEmpty() ? Tri.YES : any(scope.triggers(), trigger -> happens(trigger, licensor));
    }

    /** Whether one of them holds. Every clause of a lineage asks this several times, so it is a plain loop. */
    private static <T> Tri any(Set<T> all, Function<T, Tri> holds) {
        var any = Tri.NO;
        for (T each : all) {
            any = any.or(holds.apply(each));
        }
        return any;
    }

    private Tri happens(Scope.Trigger trigger, Optional<String> licensor) {
        return switch (trigger) {
            case DISTRIBUTION -> distributes();
            case PRODUCT_MADE_AVAILABLE -> madeAvailable();
            case HOSTING -> does(Act.HOST_FOR_THIRD_PARTIES);
            case MODIFIED_COPY_DISTRIBUTED -> does(Act.DISTRIBUTE_DERIVATIVES);
            case DERIVATIVE_MADE_AVAILABLE ->
                Tri.of(ofAncestor).or(does(Act.MODIFY)).and(madeAvailable());
            case OUTPUT_TRAINED_MODEL_MADE_AVAILABLE ->
                does(Act.TRAIN_ON_OUTPUTS).and(madeAvailable());
            case COMMERCIAL_USE -> commercial();
            case COMMERCIAL_PRODUCT_MADE_AVAILABLE -> commercial().and(madeAvailable());
            case COMMERCIAL_DISTRIBUTION -> commercial().and(distributes());
            case PRODUCTION_USE -> Tri.of(deployment.stage() == Deployment.Stage.PRODUCTION);
            case COMPETING_PRODUCT -> competes(licensor);
        };
    }

    /** With whom nobody is named as licensor, nobody competes. */
    private Tri competes(Optional<String> licensor) {
        return licensor.map(developer -> licensee.competesWith()
                        .holds(
                                new Question.AboutEntity(licensee.key(), Question.AboutEntity.EntityFact.COMPETES_WITH),
                                all -> all.contains(developer)))
                .orElse(Tri.NO);
    }

    private Tri madeAvailable() {
        return outputsLeave().or(does(Act.HOST_FOR_THIRD_PARTIES)).or(distributes());
    }

    Tri distributes() {
        return does(Act.DISTRIBUTE_WEIGHTS).or(does(Act.DISTRIBUTE_DERIVATIVES));
    }

    Tri does(Act act) {
        var own = deployment.acts().does(act);
        return act == Act.DISTRIBUTE_DERIVATIVES && ofAncestor
                ? own.or(deployment.acts().does(Act.DISTRIBUTE_WEIGHTS))
                : own;
    }

    /** Who uses outputs commercially uses the model commercially, whatever the label says. */
    Tri commercial() {
        return deployment
                .use()
                .commercial()
                .holds(about(Deployment.FactName.COMMERCIAL), value -> value)
                .or(does(Act.USE_OUTPUTS_COMMERCIALLY));
    }

    private Tri outputsLeave() {
        return deployment
                .use()
                .outputsLeaveOrganization()
                .holds(about(Deployment.FactName.OUTPUTS_LEAVE_ORGANIZATION), value -> value);
    }

    /** Whether the clause's kind of place lies in an excluded one. */
    Tri excluded(Clause.Territory clause) {
        var places = deployment.places();
        return switch (clause.test()) {
            case LICENSEE_SEAT ->
                licensee.seat()
                        .holds(new Question.Seat(licensee.key()), seat -> regionHolds.test(clause.excluded(), seat));
            case PLACE_OF_USE ->
                places.use().holds(about(Deployment.FactName.PLACES_OF_USE), all -> anyIn(clause.excluded(), all));
            case PLACE_OF_OUTPUT ->
                places.outputs()
                        .holds(about(Deployment.FactName.PLACES_OF_OUTPUT), all -> anyIn(clause.excluded(), all));
        };
    }

    private boolean anyIn(Set<String> excluded, Set<Country> countries) {
        return countries.stream().anyMatch(country -> regionHolds.test(excluded, country));
    }

    static Question about(Deployment.FactName fact) {
        return new Question.AboutDeployment(fact);
    }

    /** Whether a node's modality brings it under a clause; only an unknown modality leaves that open. */
    static boolean outOfScope(Scope scope, Modality modality) {
        return scope.modality() == Scope.ModalityScope.MULTIMODAL_ONLY
                && modality != Modality.UNKNOWN
                && !modality.isMultimodal();
    }
}
