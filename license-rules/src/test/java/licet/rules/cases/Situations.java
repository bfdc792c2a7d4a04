package licet.rules.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Fact;
import licet.rules.facts.Figures;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.License;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/** The three situations of the clause table. */
record Situations(Deployment deployment, Organization organization) {
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final EntityKey ACME = new EntityKey("acme");
    private static final Country ELSEWHERE = new Country("JP");

    static final Situations NEXT_TO_NOTHING = new Situations(
            deployment(
                    Deployment.Stage.EVALUATION,
                    new Deployment.Acts(Set.of(Act.USE, Act.EVALUATE), Set.of()),
                    new Deployment.Use(
                            Fact.known(false),
                            Fact.known(false),
                            Fact.known(Deployment.OutputsTrain.NOTHING),
                            Fact.known(Set.of(Field.RESEARCH)),
                            Fact.known("")),
                    places(ELSEWHERE)),
            organization(
                    new Organization.Entity(
                            ACME,
                            "Acme",
                            Fact.known(ELSEWHERE),
                            Fact.known(ELSEWHERE),
                            Fact.known(Set.of()),
                            Fact.known(new TreeSet<>())),
                    allFigures(BigDecimal.ZERO)));

    static final Situations NOTHING_KNOWN = new Situations(
            deployment(
                    Deployment.Stage.PRODUCTION,
                    new Deployment.Acts(Set.of(), Set.of(Act.values())),
                    new Deployment.Use(Fact.unknown(), Fact.unknown(), Fact.unknown(), Fact.unknown(), Fact.unknown()),
                    new Deployment.Places(Fact.unknown(), Fact.unknown(), Fact.unknown(), Fact.unknown())),
            organization(new Organization.Entity(ACME, "Acme", Fact.unknown()), List.of()));

    /** Every act in every field by the largest of companies that competes with everybody, where the license may not go. */
    static Situations doesEverything(License license) {
        var there = excluded(license);
        return new Situations(
                deployment(
                        Deployment.Stage.PRODUCTION,
                        new Deployment.Acts(Set.of(Act.values()), Set.of()),
                        new Deployment.Use(
                                Fact.known(true),
                                Fact.known(true),
                                Fact.known(Deployment.OutputsTrain.COMPETING_MODEL),
                                Fact.known(Set.of(Field.values())),
                                Fact.known("a name that fulfils no duty")),
                        places(there)),
                organization(
                        new Organization.Entity(
                                ACME,
                                "Acme",
                                Fact.known(there),
                                Fact.known(there),
                                Fact.known(Set.of(Scope.Business.values())),
                                Fact.known(new TreeSet<>(
                                        license.licensor().stream().toList()))),
                        allFigures(new BigDecimal("900000000000"))));
    }

    /** A country that every territory clause of the license excludes. */
    private static Country excluded(License license) {
        var sets = CaseWorld.KNOWLEDGE.licenses().clausesOf(license).stream()
                .flatMap(clause -> clause instanceof Clause.Territory territory
                        ? Stream.of((Set<String>) territory.excluded())
                        : Stream.of())
                .toList();
        return Stream.of("DE", "GB", "KR", "US", "CU", "IR", "RU", "CN")
                .map(Country::new)
                .filter(country -> sets.stream()
                        .allMatch(set -> CaseWorld.KNOWLEDGE.regions().contains(set, country)))
                .findFirst()
                .orElse(new Country("DE"));
    }

    private static Deployment deployment(
            Deployment.Stage stage, Deployment.Acts acts, Deployment.Use use, Deployment.Places places) {
        return new Deployment(
                new DeploymentKey("tool"), "the tool", ACME, stage, Deployment.Channel.OWN_WEIGHTS, acts, use, places);
    }

    private static Deployment.Places places(Country country) {
        SortedSet<Country> all = new TreeSet<>(Set.of(country));
        return new Deployment.Places(Fact.known(all), Fact.known(all), Fact.known(country), Fact.known(country));
    }

    private static Organization organization(Organization.Entity entity, List<Figures.Figure> figures) {
        return new Organization(List.of(entity), List.of(), new Figures(figures), Exchange.NONE);
    }

    /** The same value for every threshold of the catalog at its own moment. */
    private static List<Figures.Figure> allFigures(BigDecimal value) {
        var figures = new ArrayList<Figures.Figure>();
        CaseWorld.KNOWLEDGE.licenses().licenses().stream()
                .flatMap(license -> license.clauses().stream())
                .flatMap(clause -> clause instanceof Clause.UsageCap cap ? cap.anyOf().stream() : Stream.of())
                .distinct()
                .forEach(threshold -> Stream.of(Figures.Breadth.values())
                        .map(breadth -> figure(threshold, breadth, value))
                        .forEach(figures::add));
        return figures;
    }

    private static Figures.Figure figure(Threshold threshold, Figures.Breadth breadth, BigDecimal value) {
        return new Figures.Figure(
                threshold.metric(),
                ACME,
                breadth,
                period(threshold.moment()),
                value,
                threshold.amount().unit(),
                DAY,
                "table",
                "table",
                Optional.empty());
    }

    private static Period period(Threshold.Moment moment) {
        return switch (moment) {
            case Threshold.Moment.InMonth(var month) -> Period.of(month);
            case Threshold.Moment.PrecedingMonth _, Threshold.Moment.Continuous _ -> new Period("2026-10");
            case Threshold.Moment.PrecedingYear _ -> new Period("2025-01/2025-12");
            case Threshold.Moment.TrailingTwelveMonths _ -> new Period("2025-11/2026-10");
            case Threshold.Moment.AnyTwelveMonths _ -> Period.HIGHEST_TWELVE_MONTHS;
        };
    }
}
