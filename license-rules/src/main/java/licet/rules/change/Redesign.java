package licet.rules.change;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.license.Act;
import licet.rules.license.Field;

/** A deployment with one point of its design changed. */
final class Redesign {
    private final Deployment old;

    Redesign(Deployment old) {
        this.old = old;
    }

    Deployment with(Change.Design design) {
        var use = old.use();
        var places = old.places();
        return switch (design) {
            case Change.DropAct(var act) -> acts(Set.of(act), Set.of());
            case Change.OnlyEvaluate() ->
                new Redesign(acts(Set.of(Act.USE), Set.of(Act.EVALUATE))).stage(Deployment.Stage.EVALUATION);
            case Change.OtherStage(var stage) -> stage(stage);
            case Change.OtherChannel(var channel) -> channel(channel);
            case Change.KeepInside() ->
                new Redesign(acts(
                                Set.of(Act.HOST_FOR_THIRD_PARTIES, Act.DISTRIBUTE_WEIGHTS, Act.DISTRIBUTE_DERIVATIVES),
                                Set.of()))
                        .use(new Deployment.Use(
                                use.commercial(),
                                Fact.known(false),
                                use.outputsTrain(),
                                use.fields(),
                                use.derivedModelName()));
            case Change.NotCommercial() ->
                use(new Deployment.Use(
                        Fact.known(false),
                        use.outputsLeaveOrganization(),
                        use.outputsTrain(),
                        use.fields(),
                        use.derivedModelName()));
            case Change.LeaveFields(var fields) ->
                use(new Deployment.Use(
                        use.commercial(),
                        use.outputsLeaveOrganization(),
                        use.outputsTrain(),
                        without(fields),
                        use.derivedModelName()));
            case Change.TrainOnly(var kind) ->
                use(new Deployment.Use(
                        use.commercial(),
                        use.outputsLeaveOrganization(),
                        Fact.known(kind),
                        use.fields(),
                        use.derivedModelName()));
            case Change.PlannedName(var name) ->
                use(new Deployment.Use(
                        use.commercial(),
                        use.outputsLeaveOrganization(),
                        use.outputsTrain(),
                        use.fields(),
                        Fact.known(name)));
            case Change.LeavePlaces(var outputs, var gone) ->
                places(
                        outputs
                                ? new Deployment.Places(
                                        places.use(),
                                        without(places.outputs(), gone),
                                        places.serving(),
                                        places.residency())
                                : new Deployment.Places(
                                        without(places.use(), gone),
                                        places.outputs(),
                                        places.serving(),
                                        places.residency()));
            case Change.ServeIn(var country) ->
                places(new Deployment.Places(places.use(), places.outputs(), Fact.known(country), places.residency()));
        };
    }

    private Fact<Set<Field>> without(Set<Field> gone) {
        return old.use()
                .fields()
                .find()
                .map(fields -> {
                    Set<Field> rest = new TreeSet<>(fields);
                    rest.removeAll(gone);
                    return Fact.known(rest);
                })
                .orElse(old.use().fields());
    }

    private static Fact<SortedSet<Country>> without(Fact<SortedSet<Country>> places, Set<Country> gone) {
        return places.find()
                .map(known -> {
                    SortedSet<Country> rest = new TreeSet<>(known);
                    rest.removeAll(gone);
                    return Fact.known(rest);
                })
                .orElse(places);
    }

    private Deployment acts(Set<Act> dropped, Set<Act> added) {
        var done = new TreeSet<>(old.acts().done());
        var unknown = new TreeSet<>(old.acts().unknown());
        done.removeAll(dropped);
        unknown.removeAll(dropped);
        done.addAll(added);
        unknown.removeAll(added);
        return new Deployment(
                old.key(),
                old.name(),
                old.licensee(),
                old.stage(),
                old.channel(),
                new Deployment.Acts(done, unknown),
                old.use(),
                old.places(),
                around(done));
    }

    private Deployment stage(Deployment.Stage stage) {
        return copy(stage, old.channel(), old.use(), old.places());
    }

    private Deployment channel(Deployment.Channel channel) {
        return copy(old.stage(), channel, old.use(), old.places());
    }

    private Deployment use(Deployment.Use use) {
        return copy(old.stage(), old.channel(), use, old.places());
    }

    private Deployment places(Deployment.Places places) {
        return copy(old.stage(), old.channel(), old.use(), places);
    }

    private Deployment copy(
            Deployment.Stage stage, Deployment.Channel channel, Deployment.Use use, Deployment.Places places) {
        return new Deployment(
                old.key(), old.name(), old.licensee(), stage, channel, old.acts(), use, places, old.context());
    }

    /** Weights that are no longer passed on reach nobody but a host that only runs them. */
    private Deployment.Context around(Set<Act> done) {
        var context = old.context();
        boolean passedOn = done.contains(Act.DISTRIBUTE_WEIGHTS) || done.contains(Act.DISTRIBUTE_DERIVATIVES);
        return passedOn
                ? context
                : new Deployment.Context(
                        onlyHosts(context.recipients()),
                        context.publicContracts(),
                        context.highRisk(),
                        context.largeModification());
    }

    private static Fact<Set<Deployment.Recipient>> onlyHosts(Fact<Set<Deployment.Recipient>> recipients) {
        return recipients
                .find()
                .map(known -> {
                    Set<Deployment.Recipient> rest = new TreeSet<>(known);
                    rest.retainAll(Set.of(Deployment.Recipient.CLOUD_HOST));
                    return Fact.known(rest);
                })
                .orElse(recipients);
    }
}
