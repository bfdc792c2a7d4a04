package licet.rules.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.Scope;

/** The changes of design that a clause leaves room for; whether one of them helps is for the evaluator to say. */
final class ClauseChanges {
    private static final Set<Field> RESEARCH = Set.of(Field.RESEARCH, Field.EDUCATION);

    private static final List<Change> NOT_SOLD =
            List.of(new Change.NotCommercial(), new Change.DropAct(Act.USE_OUTPUTS_COMMERCIALLY));
    private static final List<Change> OUT_OF_PRODUCTION =
            List.of(new Change.OtherStage(Deployment.Stage.PILOT), new Change.OtherStage(Deployment.Stage.EVALUATION));

    private final Deployment deployment;
    private final BiPredicate<Set<String>, Country> holds;

    ClauseChanges(Deployment deployment, BiPredicate<Set<String>, Country> holds) {
        this.deployment = deployment;
        this.holds = holds;
    }

    Set<Change> of(Clause clause) {
        var all = new LinkedHashSet<Change>(own(clause));
        var scope = clause.head().scope();
        scope.acts().stream().sorted().map(Change.DropAct::new).forEach(all::add);
        scope.triggers().stream().sorted().forEach(trigger -> all.addAll(avoiding(trigger)));
        scope.exemptions().stream().sorted().forEach(exemption -> all.addAll(using(exemption)));
        return all;
    }

    private List<Change> own(Clause clause) {
        return switch (clause) {
            case Clause.Territory territory -> territory(territory);
            case Clause.PurposeLimit limit -> purpose(limit.purpose());
            case Clause.FieldOfUse field -> leaving(field.banned());
            case Clause.OutputTraining training -> training(training);
            case Clause.NamePrefix prefix -> List.of(new Change.PlannedName(conforming(prefix.prefix())));
            case Clause.UsageCap _ -> List.of();
            case Clause.Duty _ -> List.of();
            case Clause.Registration _ -> List.of();
            case Clause.AgreementGate _ -> List.of();
            case Clause.Ambiguity _ -> List.of();
            case Clause.Term _ -> List.of();
        };
    }

    private List<Change> territory(Clause.Territory clause) {
        return switch (clause.test()) {
            case LICENSEE_SEAT -> List.of();
            case PLACE_OF_USE -> leaving(false, deployment.places().use(), clause.excluded());
            case PLACE_OF_OUTPUT -> leaving(true, deployment.places().outputs(), clause.excluded());
        };
    }

    /** Some place has to remain: a use that happens nowhere is no design. */
    private List<Change> leaving(boolean outputs, Fact<SortedSet<Country>> places, Set<String> excluded) {
        return places.find()
                .flatMap(known -> some(known, place -> holds.test(excluded, place)))
                .<List<Change>>map(gone -> List.of(new Change.LeavePlaces(outputs, gone)))
                .orElse(List.of());
    }

    private List<Change> leaving(Set<Field> banned) {
        return deployment
                .use()
                .fields()
                .find()
                .flatMap(known -> some(known, banned::contains))
                .<List<Change>>map(gone -> List.of(new Change.LeaveFields(gone)))
                .orElse(List.of());
    }

    /** The members that match, when there are such and others remain. */
    private static <T extends Comparable<? super T>> Optional<Set<T>> some(
            Set<T> all, java.util.function.Predicate<T> matching) {
        Set<T> found = new TreeSet<>(all.stream().filter(matching).toList());
        return Optional.of(found).filter(some -> !some.isEmpty() && some.size() < all.size());
    }

    private List<Change> purpose(Clause.PurposeLimit.Purpose purpose) {
        return switch (purpose) {
            case NON_COMMERCIAL -> NOT_SOLD;
            case RESEARCH_ONLY -> {
                var all = new ArrayList<>(NOT_SOLD);
                deployment
                        .use()
                        .fields()
                        .find()
                        .flatMap(known -> some(known, field -> !RESEARCH.contains(field)))
                        .ifPresent(gone -> all.add(new Change.LeaveFields(gone)));
                yield List.copyOf(all);
            }
            case NON_PRODUCTION -> OUT_OF_PRODUCTION;
        };
    }

    /** To train nothing, the kinds of model that the ban leaves free, or the model's own derivatives. */
    private static List<Change> training(Clause.OutputTraining clause) {
        var all = new ArrayList<Change>(drop(Act.TRAIN_ON_OUTPUTS));
        var free = switch (clause.reach()) {
            case ANY_MODEL -> List.<Deployment.OutputsTrain>of();
            case GENERATIVE_MODEL -> List.of(Deployment.OutputsTrain.OTHER_MODEL);
            case ANY_LANGUAGE_MODEL ->
                List.of(Deployment.OutputsTrain.OTHER_MODEL, Deployment.OutputsTrain.GENERATIVE_MODEL);
            case COMPETING_MODEL -> List.of(Deployment.OutputsTrain.LANGUAGE_MODEL);
        };
        free.stream().map(Change.TrainOnly::new).forEach(all::add);
        if (!clause.ownDerivatives()) {
            all.add(new Change.TrainOnly(Deployment.OutputsTrain.OWN_DERIVATIVE));
        }
        return all;
    }

    private String conforming(String prefix) {
        return ConformingName.of(
                deployment
                        .use()
                        .derivedModelName()
                        .find()
                        .filter(name -> !name.isBlank())
                        .orElse(deployment.key().value()),
                prefix);
    }

    private static List<Change> avoiding(Scope.Trigger trigger) {
        return switch (trigger) {
            case DISTRIBUTION -> drop(Act.DISTRIBUTE_WEIGHTS, Act.DISTRIBUTE_DERIVATIVES);
            case HOSTING -> drop(Act.HOST_FOR_THIRD_PARTIES);
            case MODIFIED_COPY_DISTRIBUTED -> drop(Act.DISTRIBUTE_DERIVATIVES);
            case PRODUCT_MADE_AVAILABLE -> List.of(new Change.KeepInside());
            case DERIVATIVE_MADE_AVAILABLE -> List.of(new Change.DropAct(Act.MODIFY), new Change.KeepInside());
            case OUTPUT_TRAINED_MODEL_MADE_AVAILABLE ->
                List.of(new Change.DropAct(Act.TRAIN_ON_OUTPUTS), new Change.KeepInside());
            case COMMERCIAL_USE -> NOT_SOLD;
            case COMMERCIAL_PRODUCT_MADE_AVAILABLE -> and(NOT_SOLD, List.of(new Change.KeepInside()));
            case COMMERCIAL_DISTRIBUTION -> and(NOT_SOLD, drop(Act.DISTRIBUTE_WEIGHTS, Act.DISTRIBUTE_DERIVATIVES));
            case PRODUCTION_USE -> OUT_OF_PRODUCTION;
            case COMPETING_PRODUCT -> List.of();
        };
    }

    private static List<Change> and(List<Change> some, List<Change> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<Change> drop(Act... acts) {
        return java.util.Arrays.stream(acts).<Change>map(Change.DropAct::new).toList();
    }

    private static List<Change> using(Scope.Exemption exemption) {
        return switch (exemption) {
            case INTERNAL_USE -> List.of(new Change.KeepInside());
            case END_USER_OF_INTEGRATED_PRODUCT ->
                List.of(new Change.OtherChannel(Deployment.Channel.INSIDE_VENDOR_PRODUCT));
            case LICENSOR_CHANNEL -> List.of(new Change.OtherChannel(Deployment.Channel.LICENSOR_PARTNER));
            case EVALUATION ->
                List.of(
                        new Change.OtherStage(Deployment.Stage.EVALUATION),
                        new Change.OnlyEvaluate(),
                        new Change.KeepInside());
        };
    }
}
