package licet.rules.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.facts.Figures;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.Scope;

/** Every plausible answer to a question, each put into facts that have none yet. */
public final class Answers {
    private static final List<Country> COUNTRIES = Stream.of("US", "DE", "GB", "KR", "CN", "JP", "CU")
            .map(Country::new)
            .toList();

    private static final List<String> NAMES = Stream.concat(
                    Stream.of("", "a name that fulfils no duty"),
                    CaseWorld.KNOWLEDGE.licenses().licenses().stream()
                            .flatMap(license -> license.clauses().stream())
                            .flatMap(clause ->
                                    clause instanceof Clause.NamePrefix name ? Stream.of(name.prefix()) : Stream.of())
                            .distinct())
            .toList();

    private static final List<BigDecimal> VALUES = values();

    private Answers() {}

    /** A deployment and its organization. */
    public record Facts(Deployment deployment, Organization organization) {}

    private static List<BigDecimal> values() {
        var values = new TreeSet<>(List.of(BigDecimal.ZERO, new BigDecimal("900000000000")));
        FactDraw.thresholds()
                .map(threshold -> threshold.amount().value())
                .forEach(limit ->
                        values.addAll(List.of(limit.subtract(BigDecimal.ONE), limit, limit.add(BigDecimal.ONE))));
        return List.copyOf(values);
    }

    public static List<UnaryOperator<Facts>> to(Question question) {
        return switch (question) {
            case Question.DoesAct(var act) ->
                List.of(facts -> acts(facts, act, false), facts -> acts(facts, act, true));
            case Question.AboutDeployment(var fact) -> to(fact);
            case Question.Seat _ ->
                each(
                        COUNTRIES,
                        (facts, place) -> entity(
                                facts,
                                old -> new Organization.Entity(
                                        old.key(),
                                        old.name(),
                                        place,
                                        old.registered(),
                                        old.businesses(),
                                        old.competesWith())));
            case Question.AboutEntity(var key, var fact) -> to(fact);
            case Question.Figure figure ->
                VALUES.stream()
                        .<UnaryOperator<Facts>>map(value -> facts -> figure(facts, figure, value))
                        .toList();
        };
    }

    private static List<UnaryOperator<Facts>> to(Question.AboutEntity.EntityFact fact) {
        return switch (fact) {
            case BUSINESSES ->
                each(
                        sets(EnumSet.allOf(Scope.Business.class)),
                        (facts, all) -> entity(
                                facts,
                                old -> new Organization.Entity(
                                        old.key(), old.name(), old.seat(), old.registered(), all, old.competesWith())));
            case COMPETES_WITH ->
                each(
                        List.<SortedSet<String>>of(new TreeSet<>(), new TreeSet<>(FactDraw.LICENSORS)),
                        (facts, all) -> entity(
                                facts,
                                old -> new Organization.Entity(
                                        old.key(), old.name(), old.seat(), old.registered(), old.businesses(), all)));
            case REGISTERED_SEAT ->
                each(
                        COUNTRIES,
                        (facts, place) -> entity(
                                facts,
                                old -> new Organization.Entity(
                                        old.key(),
                                        old.name(),
                                        old.seat(),
                                        place,
                                        old.businesses(),
                                        old.competesWith())));
        };
    }

    private static List<UnaryOperator<Facts>> to(Deployment.FactName fact) {
        var truth = List.of(false, true);
        return switch (fact) {
            case COMMERCIAL ->
                each(
                        truth,
                        (facts, value) -> use(
                                facts,
                                old -> new Deployment.Use(
                                        value,
                                        old.outputsLeaveOrganization(),
                                        old.outputsTrain(),
                                        old.fields(),
                                        old.derivedModelName())));
            case OUTPUTS_LEAVE_ORGANIZATION ->
                each(
                        truth,
                        (facts, value) -> use(
                                facts,
                                old -> new Deployment.Use(
                                        old.commercial(),
                                        value,
                                        old.outputsTrain(),
                                        old.fields(),
                                        old.derivedModelName())));
            case OUTPUTS_TRAIN ->
                each(
                        List.of(Deployment.OutputsTrain.values()),
                        (facts, value) -> use(
                                facts,
                                old -> new Deployment.Use(
                                        old.commercial(),
                                        old.outputsLeaveOrganization(),
                                        value,
                                        old.fields(),
                                        old.derivedModelName())));
            case FIELDS ->
                each(
                        sets(EnumSet.allOf(Field.class)),
                        (facts, value) -> use(
                                facts,
                                old -> new Deployment.Use(
                                        old.commercial(),
                                        old.outputsLeaveOrganization(),
                                        old.outputsTrain(),
                                        value,
                                        old.derivedModelName())));
            case DERIVED_MODEL_NAME ->
                each(
                        NAMES,
                        (facts, value) -> use(
                                facts,
                                old -> new Deployment.Use(
                                        old.commercial(),
                                        old.outputsLeaveOrganization(),
                                        old.outputsTrain(),
                                        old.fields(),
                                        value)));
            case PLACES_OF_USE ->
                each(
                        places(),
                        (facts, value) -> places(
                                facts,
                                old -> new Deployment.Places(value, old.outputs(), old.serving(), old.residency())));
            case PLACES_OF_OUTPUT ->
                each(
                        places(),
                        (facts, value) -> places(
                                facts, old -> new Deployment.Places(old.use(), value, old.serving(), old.residency())));
            case SERVING_REGION ->
                each(
                        COUNTRIES,
                        (facts, value) -> places(
                                facts, old -> new Deployment.Places(old.use(), old.outputs(), value, old.residency())));
            case RESIDENCY ->
                each(
                        COUNTRIES,
                        (facts, value) -> places(
                                facts, old -> new Deployment.Places(old.use(), old.outputs(), old.serving(), value)));
            case RECIPIENTS ->
                each(
                        List.of(Set.<Deployment.Recipient>of(), Set.of(Deployment.Recipient.CLOUD_HOST)),
                        (facts, value) -> context(
                                facts,
                                old -> new Deployment.Context(
                                        value, old.publicContracts(), old.highRisk(), old.largeModification())));
            case PUBLIC_CONTRACTS ->
                each(
                        sets(EnumSet.allOf(Deployment.PublicContract.class)),
                        (facts, value) -> context(
                                facts,
                                old -> new Deployment.Context(
                                        old.recipients(), value, old.highRisk(), old.largeModification())));
            case HIGH_RISK ->
                each(
                        truth,
                        (facts, value) -> context(
                                facts,
                                old -> new Deployment.Context(
                                        old.recipients(), old.publicContracts(), value, old.largeModification())));
            case LARGE_MODIFICATION ->
                each(
                        truth,
                        (facts, value) -> context(
                                facts,
                                old -> new Deployment.Context(
                                        old.recipients(), old.publicContracts(), old.highRisk(), value)));
        };
    }

    private interface Put<T> {
        Facts into(Facts facts, Fact<T> value);
    }

    private static <T> List<UnaryOperator<Facts>> each(List<? extends T> values, Put<T> put) {
        return values.stream()
                .<UnaryOperator<Facts>>map(value -> facts -> put.into(facts, Fact.known(value)))
                .toList();
    }

    /** None, each alone, and all. */
    private static <E extends Enum<E>> List<Set<E>> sets(EnumSet<E> all) {
        return Stream.of(Stream.of(Set.<E>of()), all.stream().map(Set::of), Stream.of(Set.copyOf(all)))
                .flatMap(each -> each)
                .toList();
    }

    private static List<SortedSet<Country>> places() {
        var all = new ArrayList<SortedSet<Country>>();
        all.add(new TreeSet<>());
        COUNTRIES.forEach(country -> all.add(new TreeSet<>(Set.of(country))));
        all.add(new TreeSet<>(COUNTRIES));
        return all;
    }

    private static Facts acts(Facts facts, Act act, boolean does) {
        var done = new TreeSet<>(facts.deployment().acts().done());
        var open = new TreeSet<>(facts.deployment().acts().unknown());
        open.remove(act);
        done.remove(act);
        if (does) {
            done.add(act);
        }
        var old = facts.deployment();
        return with(facts, new Deployment.Acts(done, open), old.use(), old.places(), old.context());
    }

    private static Facts use(Facts facts, UnaryOperator<Deployment.Use> change) {
        var old = facts.deployment();
        return with(facts, old.acts(), change.apply(old.use()), old.places(), old.context());
    }

    private static Facts places(Facts facts, UnaryOperator<Deployment.Places> change) {
        var old = facts.deployment();
        return with(facts, old.acts(), old.use(), change.apply(old.places()), old.context());
    }

    private static Facts context(Facts facts, UnaryOperator<Deployment.Context> change) {
        var old = facts.deployment();
        return with(facts, old.acts(), old.use(), old.places(), change.apply(old.context()));
    }

    private static Facts with(
            Facts facts,
            Deployment.Acts acts,
            Deployment.Use use,
            Deployment.Places places,
            Deployment.Context context) {
        var old = facts.deployment();
        var changed = new Deployment(
                old.key(), old.name(), old.licensee(), old.stage(), old.channel(), acts, use, places, context);
        return new Facts(changed, facts.organization());
    }

    private static Facts entity(Facts facts, UnaryOperator<Organization.Entity> change) {
        var old = facts.organization();
        var changed = change.apply(old.get(FactDraw.ACME));
        return new Facts(facts.deployment(), new Organization(List.of(changed), old.figures()));
    }

    /** Unchanged where a figure on record rules the value out. */
    private static Facts figure(Facts facts, Question.Figure asked, BigDecimal value) {
        var figures = new ArrayList<>(facts.organization().figures().all());
        for (String unit : FactDraw.UNITS.getOrDefault(asked.metric(), Set.of())) {
            var figure = new Figures.Figure(
                    asked.metric(),
                    asked.entity(),
                    asked.breadth(),
                    asked.period(),
                    value,
                    unit,
                    asOf(asked),
                    "answered",
                    "answered",
                    Optional.empty());
            if (figures.stream().noneMatch(known -> FactDraw.sameQuestion(known, figure))
                    && FactDraw.isFree(figures, figure)) {
                figures.add(figure);
            }
        }
        var old = facts.organization();
        return new Facts(facts.deployment(), new Organization(List.of(old.get(FactDraw.ACME)), new Figures(figures)));
    }

    private static LocalDate asOf(Question.Figure asked) {
        return FactDraw.PERIODS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(asked.period()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse(LocalDate.of(2026, 10, 31));
    }
}
