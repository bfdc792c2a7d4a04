package licet.rules.policy;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;
import licet.rules.license.Act;
import licet.rules.license.Field;

/** What conditions may ask of a deployment. */
final class DeploymentFacts {
    private static final Domain OPEN = new Domain.Open();
    private static final Domain COUNTRIES = new Domain.Countries(false);

    private DeploymentFacts() {}

    static List<Entry> all() {
        return List.of(
                Entry.word(
                        "deployment.stage",
                        Deployment.Stage.class,
                        matter -> matter.deployment().stage()),
                Entry.word(
                        "deployment.channel",
                        Deployment.Channel.class,
                        matter -> matter.deployment().channel()),
                new Entry(
                        "deployment.acts",
                        Shape.TEXTS,
                        Domain.Words.of(Act.class),
                        matter -> acts(matter.deployment().acts())),
                flag(
                        Deployment.FactName.COMMERCIAL,
                        deployment -> deployment.use().commercial()),
                flag(
                        Deployment.FactName.OUTPUTS_LEAVE_ORGANIZATION,
                        deployment -> deployment.use().outputsLeaveOrganization()),
                asked(
                        Deployment.FactName.OUTPUTS_TRAIN,
                        Shape.TEXT,
                        Domain.Words.of(Deployment.OutputsTrain.class),
                        deployment -> deployment.use().outputsTrain(),
                        Ids::of),
                asked(
                        Deployment.FactName.FIELDS,
                        Shape.TEXTS,
                        Domain.Words.of(Field.class),
                        deployment -> deployment.use().fields(),
                        DeploymentFacts::ids),
                places(
                        Deployment.FactName.PLACES_OF_USE,
                        deployment -> deployment.places().use()),
                places(
                        Deployment.FactName.PLACES_OF_OUTPUT,
                        deployment -> deployment.places().outputs()),
                asked(
                        Deployment.FactName.SERVING_REGION,
                        Shape.TEXT,
                        COUNTRIES,
                        deployment -> deployment.places().serving(),
                        Country::code),
                asked(
                        Deployment.FactName.RESIDENCY,
                        Shape.TEXT,
                        COUNTRIES,
                        deployment -> deployment.places().residency(),
                        Country::code),
                asked(
                        Deployment.FactName.RECIPIENTS,
                        Shape.TEXTS,
                        Domain.Words.of(Deployment.Recipient.class),
                        deployment -> deployment.context().recipients(),
                        DeploymentFacts::ids),
                asked(
                        Deployment.FactName.PUBLIC_CONTRACTS,
                        Shape.TEXTS,
                        Domain.Words.of(Deployment.PublicContract.class),
                        deployment -> deployment.context().publicContracts(),
                        DeploymentFacts::ids),
                flag(
                        Deployment.FactName.HIGH_RISK,
                        deployment -> deployment.context().highRisk()),
                flag(
                        Deployment.FactName.LARGE_MODIFICATION,
                        deployment -> deployment.context().largeModification()));
    }

    private static Value acts(Deployment.Acts acts) {
        return acts.unknown().isEmpty() ? new Value.Known(ids(acts.done())) : new Value.OpenActs(acts);
    }

    static List<String> ids(Collection<? extends Enum<?>> values) {
        return values.stream().map(Ids::of).sorted().toList();
    }

    private static Entry flag(Deployment.FactName name, Function<Deployment, Fact<Boolean>> fact) {
        return asked(name, Shape.FLAG, OPEN, fact, value -> value);
    }

    private static Entry places(Deployment.FactName name, Function<Deployment, Fact<SortedSet<Country>>> fact) {
        return asked(
                name,
                Shape.TEXTS,
                COUNTRIES,
                fact,
                set -> set.stream().map(Country::code).toList());
    }

    private static <T> Entry asked(
            Deployment.FactName name,
            Shape shape,
            Domain domain,
            Function<Deployment, Fact<T>> fact,
            Function<T, ?> shown) {
        return Entry.asked(
                "deployment." + Ids.of(name).replace('-', '_'),
                shape,
                domain,
                matter -> new Question.AboutDeployment(name),
                matter -> fact.apply(matter.deployment()),
                shown);
    }
}
