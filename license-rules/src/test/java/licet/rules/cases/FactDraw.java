package licet.rules.cases;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
import licet.rules.license.Field;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.license.Threshold;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Traits;

/** Draws and completes facts; figures are drawn far from and right at the limits of the catalog. */
public record FactDraw(Random random) {
    private static final EntityKey ACME = new EntityKey("acme");
    private static final List<LicenseKey> LICENSES =
            CaseWorld.KNOWLEDGE.licenses().licenses().stream().map(License::key).toList();
    private static final List<Country> COUNTRIES = List.of(new Country("US"), new Country("DE"), new Country("KR"));
    private static final List<String> NAMES = List.of("", "Llama-Acme", "Gate-1", "Sample-1", "Acme-7B");
    private static final List<String> VALUES =
            List.of("0", "5000", "100000000", "100000001", "700000000", "900000000", "20000001");

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
                    "sample-lab"));
        }
        return new Profile(
                terms,
                new TreeSet<>(),
                "sample-lab",
                new TreeSet<>(Set.of("sample-lab")),
                new TreeSet<>(Set.of("US")),
                Traits.UNKNOWN);
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
                new Deployment.Places(
                        fact(countries()), fact(countries()), fact(one(COUNTRIES)), fact(one(COUNTRIES))));
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
                        filled(places.residency(), one(COUNTRIES))));
    }

    private static <T> Fact<T> filled(Fact<T> fact, T value) {
        return Fact.known(fact.find().orElse(value));
    }

    public Organization organization() {
        var figures = new ArrayList<Figures.Figure>();
        all().stream().filter(_ -> random.nextInt(3) > 0).forEach(figures::add);
        return of(fact(one(COUNTRIES)), figures);
    }

    /** What was known stays; what was not is filled in without contradicting it. */
    public Organization completed(Organization open) {
        var figures = new ArrayList<>(open.figures().all());
        for (var figure : all()) {
            if (figures.stream().noneMatch(known -> sameQuestion(known, figure)) && consistent(figures, figure)) {
                figures.add(figure);
            } else if (figures.stream().noneMatch(known -> sameQuestion(known, figure))) {
                figures.add(like(figures, figure));
            }
        }
        return of(filled(open.get(ACME).seat(), one(COUNTRIES)), figures);
    }

    private static Organization of(Fact<Country> seat, List<Figures.Figure> figures) {
        return new Organization(List.of(new Organization.Entity(ACME, "Acme", seat)), new Figures(figures));
    }

    private static boolean sameQuestion(Figures.Figure left, Figures.Figure right) {
        return sameSubject(left, right) && left.breadth() == right.breadth();
    }

    private static boolean sameSubject(Figures.Figure left, Figures.Figure right) {
        return left.metric() == right.metric() && left.period().equals(right.period());
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
        return figure(figure.metric(), figure.breadth(), figure.period(), near.value());
    }

    /** One figure for each question that a license of the catalog can ask, drawn so that wider is never less. */
    private List<Figures.Figure> all() {
        var figures = new ArrayList<Figures.Figure>();
        for (var metric : Threshold.Metric.values()) {
            for (String month : List.of("2024-06", "2024-08", "2024-11", "2025-03", "2026-10")) {
                var values = List.of(one(VALUES), one(VALUES), one(VALUES)).stream()
                        .map(BigDecimal::new)
                        .sorted()
                        .toList();
                for (var breadth : Figures.Breadth.values()) {
                    figures.add(figure(metric, breadth, new Period(month), values.get(breadth.ordinal())));
                }
            }
        }
        return figures;
    }

    private static Figures.Figure figure(
            Threshold.Metric metric, Figures.Breadth breadth, Period period, BigDecimal value) {
        return new Figures.Figure(
                metric,
                ACME,
                breadth,
                period,
                value,
                metric == Threshold.Metric.MONTHLY_ACTIVE_USERS ? "users" : "USD",
                YearMonth.parse(period.value()).atEndOfMonth(),
                "drawn",
                "drawn",
                Optional.empty());
    }
}
