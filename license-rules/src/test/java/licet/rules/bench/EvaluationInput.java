package licet.rules.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.Corpus;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Fact;
import licet.rules.facts.Figures;
import licet.rules.facts.Holding;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;
import licet.rules.format.PolicyYaml;
import licet.rules.license.Act;
import licet.rules.license.Field;
import licet.rules.license.LicenseKey;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;
import licet.rules.lineage.Concluder;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Developers;
import licet.rules.lineage.Lineage;
import licet.rules.lineage.Modality;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Policy;
import licet.rules.verdict.Instrument;

/**
 * A use as it occurs: a fine-tune of a fine-tune of Llama 3.3, in a service that a company with two affiliates offers,
 * with every fact on record, under the first twelve rules of a policy that is shipped.
 */
final class EvaluationInput {
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final int RULES = 12;

    private static final String POLICY = "/licet/samples/policies/eu-regulated-industry.yaml";
    private static final EntityKey ACME = new EntityKey("acme");
    private static final EntityKey SHOP = new EntityKey("acme-shop");
    private static final EntityKey LAB = new EntityKey("acme-lab");
    private static final Country GERMANY = new Country("DE");

    private EvaluationInput() {}

    static Conclusion model(Knowledge knowledge) {
        var concluder =
                new Concluder(EvaluationInput::identified, new Hub(knowledge), knowledge.licenses()::isGrantedBy);
        var base = evidence("meta-llama/Llama-3.3-70B-Instruct", "llama-3.3-community", Optional.empty());
        var first = evidence("first-lab/Llama-3.3-70B-Legal", "mit", Optional.of(base.model()));
        var second = evidence("second-lab/Llama-3.3-70B-Contracts", "apache-2.0", Optional.of(first.model()));
        var baseLineage = concluder.conclude(base, _ -> Optional.empty()).lineage();
        var firstLineage = conclude(concluder, first, baseLineage).lineage();
        return conclude(concluder, second, firstLineage);
    }

    /** One license file for all artifacts; how a file is recognized is measured apart. */
    private static Map<Artifact, Identification> identified(List<Evidence> evidence) {
        var license = (Evidence.LicenseName) evidence.getFirst();
        var found = new Identification.Identified(
                new LicenseKey(license.value()), Identification.Basis.FILE_TEXT, List.of(license.at()), List.of());
        return Stream.of(Artifact.values()).collect(Collectors.toMap(artifact -> artifact, _ -> found));
    }

    private static Conclusion conclude(Concluder concluder, ModelEvidence model, Lineage parent) {
        return concluder.conclude(model, _ -> Optional.of(parent));
    }

    private record Hub(Knowledge knowledge) implements Developers {
        @Override
        public String developerOf(ModelId model) {
            return knowledge
                    .jurisdictions()
                    .developerOf(model.value().split("/", 2)[0])
                    .key();
        }

        @Override
        public String countryOf(String developer) {
            return knowledge.jurisdictions().countryOf(developer);
        }
    }

    private static ModelEvidence evidence(String name, String license, Optional<ModelId> parent) {
        var id = new ModelId(name);
        var file = new EvidenceRef(id, "1", "LICENSE", Optional.empty(), Optional.empty(), Optional.empty());
        return new ModelEvidence(
                id,
                "1",
                new Traits(
                        Modality.TEXT,
                        Traits.Gating.NONE,
                        Traits.Scan.CLEAN,
                        new TreeSet<>(Set.of(Traits.WeightFormat.SAFETENSORS)),
                        Traits.SizeBucket.UP_TO_15B),
                List.of(new Evidence.LicenseName(file, license)),
                parent.map(of -> new ModelEvidence.Parent(of, Relation.FINETUNE, file)).stream()
                        .toList(),
                List.of());
    }

    /** The first rules of the shipped policy, without the regulations that it switches on. */
    static CompiledPolicy policy(Knowledge knowledge) {
        var whole = PolicyYaml.parse(POLICY, Corpus.resource(POLICY), 1);
        var policy = new Policy(
                whole.key(),
                whole.version(),
                whole.title(),
                whole.factsMaxAgeDays(),
                whole.rules().subList(0, RULES),
                List.of());
        return CompiledPolicy.of(policy, knowledge);
    }

    static Deployment deployment() {
        SortedSet<Country> places = new TreeSet<>(Set.of(GERMANY, new Country("FR"), new Country("AT")));
        return new Deployment(
                new DeploymentKey("contract-reader"),
                "Reads contracts of customers",
                ACME,
                Deployment.Stage.PRODUCTION,
                Deployment.Channel.OWN_WEIGHTS,
                new Deployment.Acts(Set.of(Act.USE, Act.EVALUATE, Act.COPY, Act.USE_OUTPUTS_COMMERCIALLY), Set.of()),
                new Deployment.Use(
                        Fact.known(true),
                        Fact.known(true),
                        Fact.known(Deployment.OutputsTrain.NOTHING),
                        Fact.known(Set.of(Field.GENERAL_BUSINESS)),
                        Fact.known("")),
                new Deployment.Places(Fact.known(places), Fact.known(places), Fact.known(GERMANY), Fact.known(GERMANY)),
                new Deployment.Context(
                        Fact.known(Set.of(Deployment.Recipient.CLOUD_HOST)),
                        Fact.known(Set.of()),
                        Fact.known(false),
                        Fact.known(false)));
    }

    /** A company that holds two others, with figures of users, revenue and staff over the last years. */
    static Organization organization() {
        return new Organization(
                Stream.of(ACME, SHOP, LAB).map(EvaluationInput::entity).toList(),
                List.of(holding(SHOP, "100"), holding(LAB, "60")),
                new Figures(figures()),
                Exchange.NONE);
    }

    private static Organization.Entity entity(EntityKey key) {
        return new Organization.Entity(
                key,
                key.value(),
                Fact.known(GERMANY),
                Fact.known(GERMANY),
                Fact.known(Set.of(Scope.Business.CLOUD_OR_SOFTWARE_PROVIDER)),
                Fact.known(new TreeSet<>()));
    }

    private static Holding holding(EntityKey owned, String percent) {
        return new Holding(
                ACME, owned, Fact.known(new BigDecimal(percent)), Fact.known(true), Optional.empty(), Optional.empty());
    }

    private static List<Figures.Figure> figures() {
        var months = List.of("2024-06", "2024-08", "2024-11", "2025-03", "2026-10");
        var all = new ArrayList<Figures.Figure>();
        for (String month : months) {
            var breadth = Figures.Breadth.ENTITY;
            all.add(figure(Threshold.Metric.MONTHLY_ACTIVE_USERS, ACME, breadth, month, "120000", "users"));
            all.add(figure(Threshold.Metric.MONTHLY_ACTIVE_USERS, SHOP, breadth, month, "900000", "users"));
            all.add(figure(Threshold.Metric.MONTHLY_ACTIVE_USERS, LAB, breadth, month, "3000", "users"));
        }
        all.add(figure(
                Threshold.Metric.MONTHLY_ACTIVE_USERS, ACME, Figures.Breadth.GROUP, "2026-10", "1000000", "users"));
        for (String period : List.of("2024-01/2024-12", "2025-01/2025-12")) {
            all.add(figure(Threshold.Metric.ANNUAL_REVENUE, ACME, Figures.Breadth.GROUP, period, "45000000", "USD"));
            all.add(figure(Threshold.Metric.ANNUAL_REVENUE, ACME, Figures.Breadth.ENTITY, period, "30000000", "USD"));
        }
        return all;
    }

    private static Figures.Figure figure(
            Threshold.Metric metric,
            EntityKey entity,
            Figures.Breadth breadth,
            String period,
            String value,
            String unit) {
        String last = period.substring(period.length() - 7);
        return new Figures.Figure(
                metric,
                entity,
                breadth,
                new Period(period),
                new BigDecimal(value),
                unit,
                YearMonth.parse(last).atEndOfMonth(),
                "benchmark",
                "finance",
                Optional.empty());
    }

    /** What such a company has on record for the model, of which some lifts something. */
    static List<Instrument> instruments() {
        return List.of(
                instrument(Instrument.Kind.ACCEPTANCE, "policy/eu-regulated-industry/accepted-terms"),
                instrument(Instrument.Kind.APPROVAL, "policy/eu-regulated-industry/excluded-by-territory/legal"),
                instrument(Instrument.Kind.CLEARING, "lineage/relaxes-base"),
                instrument(Instrument.Kind.AGREEMENT, "llama-3.3-community/monthly-users-cap"),
                instrument(Instrument.Kind.WAIVER, "policy/eu-regulated-industry/models-run-in-the-area"));
    }

    private static Instrument instrument(Instrument.Kind kind, String lifts) {
        return new Instrument(
                kind.name(),
                kind,
                Set.of(lifts),
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.of(Instant.parse("2027-01-01T00:00:00Z")));
    }
}
