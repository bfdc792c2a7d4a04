package licet.rules.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Fact;
import licet.rules.facts.Figures;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Traits;

/** Draws and completes facts; figures are drawn far from and right at the limits of the catalog. */
public record FactDraw(Random random) {
    static final EntityKey ACME = new EntityKey("acme");
    private static final List<LicenseKey> LICENSES =
            CaseWorld.KNOWLEDGE.licenses().licenses().stream().map(License::key).toList();
    private static final List<Country> COUNTRIES = List.of(new Country("US"), new Country("DE"), new Country("KR"));
    private static final List<String> NAMES = List.of("", "Llama-Acme", "Gate-1", "Sample-1", "Acme-7B");
    private static final List<String> VALUES =
            List.of("0", "5000", "1000000", "10000000", "100000000", "100000001", "700000000", "900000000", "20000001");

    static final Set<String> LICENSORS = CaseWorld.KNOWLEDGE.licenses().licenses().stream()
            .flatMap(license -> license.licensor().stream())
            .collect(Collectors.toSet());

    /** The units in which licenses of the catalog measure each. */
    static final Map<Threshold.Metric, Set<String>> UNITS = thresholds()
            .collect(Collectors.groupingBy(
                    Threshold::metric,
                    TreeMap::new,
                    Collectors.mapping(threshold -> threshold.amount().unit(), Collectors.toCollection(TreeSet::new))));

    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 12, 31);

    /** The periods that licenses of the catalog ask for on the drawn day, by the day of their figures. */
    static final SortedMap<LocalDate, List<Period>> PERIODS = periods();

    private static SortedMap<LocalDate, List<Period>> periods() {
        var periods = new TreeMap<LocalDate, List<Period>>();
        thresholds().map(Threshold::moment).forEach(moment -> {
            if (moment instanceof Threshold.Moment.InMonth(var month)) {
                periods.put(month.atEndOfMonth(), List.of(Period.of(month)));
            }
        });
        periods.put(LAST_YEAR, List.of(new Period("2025-01/2025-12")));
        periods.put(
                LocalDate.of(2026, 10, 31),
                List.of(new Period("2026-10"), new Period("2025-11/2026-10"), Period.HIGHEST_TWELVE_MONTHS));
        return periods;
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> Fact<T> fact(T value) {
        return random.nextInt(3) == 0 ? Fact.unknown() : Fact.known(value);
    }

    <E extends Enum<E>> Set<E> some(E[] all) {
        var some = new TreeSet<E>();
        for (E each : all) {
            if (random.nextInt(4) == 0) {
                some.add(each);
            }
        }
        return some;
    }

    /** Often a single field, since most uses have one. */
    Set<Field> fields() {
        return random.nextBoolean()
                ? some(Field.values())
                : Set.of(one(List.of(Field.RESEARCH, Field.GENERAL_BUSINESS, Field.MILITARY)));
    }

    SortedSet<Country> countries() {
        var some = new TreeSet<Country>();
        COUNTRIES.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    public Profile profile() {
        var terms = new TreeSet<Profile.Term>();
        for (String path : List.of("self", "finetune", "distilled").subList(0, 1 + random.nextInt(3))) {
            var state = random.nextInt(5) == 0 ? one(List.of(Profile.State.values())) : Profile.State.IDENTIFIED;
            var candidates = new TreeSet<LicenseKey>();
            if (state != Profile.State.ABSENT) {
                candidates.add(one(LICENSES));
            }
            terms.add(new Profile.Term(
                    path,
                    Artifact.WEIGHTS,
                    state,
                    candidates,
                    one(List.of(Modality.TEXT, Modality.IMAGE_TEXT, Modality.UNKNOWN)),
                    developer(candidates)));
        }
        var developers = terms.stream().map(Profile.Term::licensor).collect(Collectors.toCollection(TreeSet::new));
        return new Profile(
                terms,
                new TreeSet<>(),
                developers.getFirst(),
                developers,
                developers.stream()
                        .map(CaseWorld.KNOWLEDGE.jurisdictions()::countryOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Traits.UNKNOWN);
    }

    /** The same for the same licenses, so that nothing else is drawn differently. */
    private static String developer(SortedSet<LicenseKey> licenses) {
        return List.of("hub:sample-lab", "deepseek", "meta")
                .get(Math.floorMod(licenses.toString().hashCode(), 3));
    }

    public Deployment deployment() {
        var done = new TreeSet<>(some(Act.values()));
        done.add(one(List.of(Act.USE, Act.EVALUATE)));
        var unknown = new TreeSet<>(some(Act.values()));
        unknown.removeAll(done);
        return new Deployment(
                new DeploymentKey("tool"),
                "the tool",
                ACME,
                one(List.of(Deployment.Stage.values())),
                one(List.of(Deployment.Channel.values())),
                new Deployment.Acts(done, unknown),
                new Deployment.Use(
                        fact(random.nextBoolean()),
                        fact(random.nextBoolean()),
                        fact(one(List.of(Deployment.OutputsTrain.values()))),
                        fact(fields()),
                        fact(one(NAMES))),
                new Deployment.Places(fact(countries()), fact(countries()), fact(one(COUNTRIES)), fact(one(COUNTRIES))),
                new Deployment.Context(
                        Fact.unknown(),
                        fact(some(Deployment.PublicContract.values())),
                        fact(random.nextBoolean()),
                        fact(random.nextBoolean())));
    }

    public Deployment completed(Deployment open) {
        var done = new TreeSet<>(open.acts().done());
        open.acts().unknown().stream().filter(_ -> random.nextBoolean()).forEach(done::add);
        var use = open.use();
        var places = open.places();
        return new Deployment(
                open.key(),
                open.name(),
                open.licensee(),
                open.stage(),
                open.channel(),
                new Deployment.Acts(done, Set.of()),
                new Deployment.Use(
                        filled(use.commercial(), random.nextBoolean()),
                        filled(use.outputsLeaveOrganization(), random.nextBoolean()),
                        filled(use.outputsTrain(), one(List.of(Deployment.OutputsTrain.values()))),
                        filled(use.fields(), fields()),
                        filled(use.derivedModelName(), one(NAMES))),
                new Deployment.Places(
                        filled(places.use(), countries()),
                        filled(places.outputs(), countries()),
                        filled(places.serving(), one(COUNTRIES)),
                        filled(places.residency(), one(COUNTRIES))),
                new Deployment.Context(
                        filled(open.context().recipients(), Set.of()),
                        filled(open.context().publicContracts(), some(Deployment.PublicContract.values())),
                        filled(open.context().highRisk(), random.nextBoolean()),
                        filled(open.context().largeModification(), random.nextBoolean())));
    }

    private static <T> Fact<T> filled(Fact<T> fact, T value) {
        return Fact.known(fact.find().orElse(value));
    }

    public Organization organization() {
        var figures = new ArrayList<Figures.Figure>();
        all().stream().filter(_ -> random.nextInt(3) > 0).forEach(figures::add);
        return of(
                new Organization.Entity(
                        ACME,
                        "Acme",
                        fact(one(COUNTRIES)),
                        fact(one(COUNTRIES)),
                        fact(some(Scope.Business.values())),
                        fact(competitors())),
                figures);
    }

    private SortedSet<String> competitors() {
        return new TreeSet<>(one(List.of(Set.of(), LICENSORS)));
    }

    /** What was known stays; what was not is filled in without contradicting it. */
    public Organization completed(Organization open) {
        var figures = new ArrayList<>(open.figures().all());
        for (var figure : all()) {
            if (figures.stream().noneMatch(known -> sameQuestion(known, figure))) {
                figures.add(isFree(figures, figure) ? figure : like(figures, figure));
            }
        }
        var entity = open.get(ACME);
        return of(
                new Organization.Entity(
                        ACME,
                        "Acme",
                        filled(entity.seat(), one(COUNTRIES)),
                        filled(entity.registered(), one(COUNTRIES)),
                        filled(entity.businesses(), some(Scope.Business.values())),
                        filled(entity.competesWith(), competitors())),
                figures);
    }

    /** Whether what is known of the same subject leaves room for this figure. */
    static boolean isFree(List<Figures.Figure> known, Figures.Figure figure) {
        return known.stream().noneMatch(each -> tied(each, figure)) && consistent(known, figure);
    }

    private static Organization of(Organization.Entity entity, List<Figures.Figure> figures) {
        return new Organization(List.of(entity), new Figures(figures));
    }

    static boolean sameQuestion(Figures.Figure left, Figures.Figure right) {
        return left.metric() == right.metric()
                && left.unit().equals(right.unit())
                && left.period().equals(right.period())
                && left.breadth() == right.breadth();
    }

    /**
     * Current figures of one metric are the same number, whatever period they are written for; and so is a whole year's, which
     * the highest of any twelve months must not lie below.
     */
    private static boolean sameSubject(Figures.Figure left, Figures.Figure right) {
        return left.metric() == right.metric()
                && left.unit().equals(right.unit())
                && (left.asOf().equals(right.asOf()) || (current(left) && current(right)));
    }

    private static boolean current(Figures.Figure figure) {
        return figure.asOf().getYear() > 2025 || figure.period().isTwelveMonths();
    }

    private static boolean tied(Figures.Figure left, Figures.Figure right) {
        return sameSubject(left, right) && left.breadth() == right.breadth();
    }

    /** A product counts no more than its entity, an entity no more than its group. */
    private static boolean consistent(List<Figures.Figure> known, Figures.Figure figure) {
        return known.stream()
                .filter(each -> sameSubject(each, figure))
                .allMatch(each -> Integer.signum(each.breadth().compareTo(figure.breadth()))
                                * each.value().compareTo(figure.value())
                        >= 0);
    }

    /** The nearest known figure of the same subject, taken over: then nothing contradicts. */
    private static Figures.Figure like(List<Figures.Figure> known, Figures.Figure figure) {
        var near = known.stream()
                .filter(each -> sameSubject(each, figure))
                .min(java.util.Comparator.comparing(
                        each -> Math.abs(each.breadth().compareTo(figure.breadth()))))
                .orElseThrow();
        return figure(figure.metric(), figure.breadth(), figure.period(), figure.asOf(), near.value(), figure.unit());
    }

    /** One figure for each question that a license of the catalog can ask, drawn so that wider is never less. */
    private List<Figures.Figure> all() {
        var figures = new ArrayList<Figures.Figure>();
        for (var metric : Threshold.Metric.values()) {
            var current = values();
            PERIODS.forEach((asOf, periods) -> {
                var values = asOf.getYear() > 2025 || asOf.equals(LAST_YEAR) ? current : values();
                for (Period period : periods) {
                    for (var breadth : Figures.Breadth.values()) {
                        UNITS.getOrDefault(metric, Set.of())
                                .forEach(unit -> figures.add(
                                        figure(metric, breadth, period, asOf, values.get(breadth.ordinal()), unit)));
                    }
                }
            });
        }
        return figures;
    }

    /** One for each breadth, so that wider is never less. */
    private List<BigDecimal> values() {
        return Stream.of(one(VALUES), one(VALUES), one(VALUES))
                .map(BigDecimal::new)
                .sorted()
                .toList();
    }

    static Stream<Threshold> thresholds() {
        return CaseWorld.KNOWLEDGE.licenses().licenses().stream()
                .flatMap(license -> license.clauses().stream())
                .flatMap(clause -> clause instanceof Clause.UsageCap cap ? cap.anyOf().stream() : Stream.of());
    }

    private static Figures.Figure figure(
            Threshold.Metric metric,
            Figures.Breadth breadth,
            Period period,
            LocalDate asOf,
            BigDecimal value,
            String unit) {
        return new Figures.Figure(metric, ACME, breadth, period, value, unit, asOf, "drawn", "drawn", Optional.empty());
    }
}
