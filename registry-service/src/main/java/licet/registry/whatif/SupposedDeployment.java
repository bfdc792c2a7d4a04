package licet.registry.whatif;

import java.util.TreeSet;
import licet.rules.facts.Deployment;
import licet.rules.facts.Deployment.Context;
import licet.rules.facts.Deployment.Places;
import licet.rules.facts.Deployment.Use;
import licet.rules.facts.Fact;
import licet.rules.license.Act;
import licet.rules.license.Field;

/** A deployment with one of its facts answered. */
final class SupposedDeployment {
    private SupposedDeployment() {}

    static Deployment with(Deployment of, Act act, boolean done) {
        var does = new TreeSet<>(of.acts().done());
        var open = new TreeSet<>(of.acts().unknown());
        open.remove(act);
        if (done) {
            does.add(act);
        } else {
            does.remove(act);
        }
        return copy(of, new Deployment.Acts(does, open), of.use(), of.places(), of.context());
    }

    static Deployment with(Deployment of, Deployment.FactName fact, Given given) {
        return switch (fact) {
            case COMMERCIAL, OUTPUTS_LEAVE_ORGANIZATION, OUTPUTS_TRAIN, FIELDS, DERIVED_MODEL_NAME ->
                copy(of, of.acts(), use(of.use(), fact, given), of.places(), of.context());
            case PLACES_OF_USE, PLACES_OF_OUTPUT, SERVING_REGION, RESIDENCY ->
                copy(of, of.acts(), of.use(), places(of.places(), fact, given), of.context());
            case RECIPIENTS, PUBLIC_CONTRACTS, HIGH_RISK, LARGE_MODIFICATION ->
                copy(of, of.acts(), of.use(), of.places(), context(of.context(), fact, given));
        };
    }

    private static Deployment copy(Deployment of, Deployment.Acts acts, Use use, Places places, Context context) {
        return new Deployment(of.key(), of.name(), of.licensee(), of.stage(), of.channel(), acts, use, places, context);
    }

    private static Use use(Use of, Deployment.FactName fact, Given given) {
        return new Use(
                fact == Deployment.FactName.COMMERCIAL ? Fact.known(given.yes()) : of.commercial(),
                fact == Deployment.FactName.OUTPUTS_LEAVE_ORGANIZATION
                        ? Fact.known(given.yes())
                        : of.outputsLeaveOrganization(),
                fact == Deployment.FactName.OUTPUTS_TRAIN
                        ? Fact.known(given.one(Deployment.OutputsTrain.class))
                        : of.outputsTrain(),
                fact == Deployment.FactName.FIELDS ? Fact.known(given.some(Field.class)) : of.fields(),
                fact == Deployment.FactName.DERIVED_MODEL_NAME ? Fact.known(given.name()) : of.derivedModelName());
    }

    private static Places places(Places of, Deployment.FactName fact, Given given) {
        return new Places(
                fact == Deployment.FactName.PLACES_OF_USE ? Fact.known(given.places()) : of.use(),
                fact == Deployment.FactName.PLACES_OF_OUTPUT ? Fact.known(given.places()) : of.outputs(),
                fact == Deployment.FactName.SERVING_REGION ? Fact.known(given.country()) : of.serving(),
                fact == Deployment.FactName.RESIDENCY ? Fact.known(given.country()) : of.residency());
    }

    private static Context context(Context of, Deployment.FactName fact, Given given) {
        return new Context(
                fact == Deployment.FactName.RECIPIENTS
                        ? Fact.known(given.some(Deployment.Recipient.class))
                        : of.recipients(),
                fact == Deployment.FactName.PUBLIC_CONTRACTS
                        ? Fact.known(given.some(Deployment.PublicContract.class))
                        : of.publicContracts(),
                fact == Deployment.FactName.HIGH_RISK ? Fact.known(given.yes()) : of.highRisk(),
                fact == Deployment.FactName.LARGE_MODIFICATION ? Fact.known(given.yes()) : of.largeModification());
    }
}
