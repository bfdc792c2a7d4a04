package licet.rules.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.rules.change.Flips;
import licet.rules.change.Inputs;
import licet.rules.change.SmallestChange;
import licet.rules.evidence.LicenseIdentifier;
import licet.rules.evidence.ModelId;
import licet.rules.explain.Explainer;
import licet.rules.explain.VerdictDocument;
import licet.rules.jurisdiction.Jurisdictions;
import licet.rules.lineage.Concluder;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Developers;
import licet.rules.lineage.History;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Policy;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Verdict;

/** Puts a case through the engine the way the product does: conclude, assess, conclude, explain. */
final class Judge {
    private static final Map<Policy, CompiledPolicy> POLICIES = new HashMap<>();

    static final Evaluator EVALUATOR = new Evaluator(
            CaseEvidence.KNOWLEDGE.licenses(),
            (codes, country) -> CaseEvidence.KNOWLEDGE.regions().contains(codes, country));

    static final Concluder CONCLUDER = new Concluder(
            new LicenseIdentifier(CaseEvidence.KNOWLEDGE)::identify,
            new Hub(CaseEvidence.KNOWLEDGE.jurisdictions()),
            CaseEvidence.KNOWLEDGE.licenses()::isGrantedBy);

    private Judge() {}

    private record Hub(Jurisdictions jurisdictions) implements Developers {
        @Override
        public String developerOf(ModelId model) {
            return jurisdictions.developerOf(model.value().split("/", 2)[0]).key();
        }

        @Override
        public String countryOf(String developer) {
            return jurisdictions.countryOf(developer);
        }
    }

    static Verdict verdict(LegalCase legal) {
        var conclusion = conclusion(legal.recorded());
        var policy = policy(legal);
        var assessment =
                EVALUATOR.assess(conclusion.profile(), legal.deployment(), legal.organization(), policy, legal.day());
        return Evaluator.conclude(assessment, legal.instruments(), conclusion.bindings(), legal.now());
    }

    /** Concludes all models again and again, as snapshots come in, until every parent had its turn. */
    static Conclusion conclusion(List<LegalCase.Recorded> models) {
        Map<ModelId, History> known = Map.of();
        for (int round = 0; round <= models.size(); round++) {
            var before = known;
            known = models.stream()
                    .collect(Collectors.groupingBy(
                            model -> model.evidence().model(),
                            Collectors.collectingAndThen(
                                    Collectors.mapping(model -> version(model, before), Collectors.toList()),
                                    History::new)));
        }
        return conclude(models.getFirst(), known);
    }

    private static History.Version version(LegalCase.Recorded model, Map<ModelId, History> known) {
        return new History.Version(model.since(), conclude(model, known).lineage());
    }

    private static Conclusion conclude(LegalCase.Recorded model, Map<ModelId, History> known) {
        return CONCLUDER.concludeOverTime(model.evidence(), parent -> Optional.ofNullable(known.get(parent)));
    }

    static VerdictDocument document(LegalCase legal, Verdict verdict) {
        return document(legal, verdict, true);
    }

    static VerdictDocument document(LegalCase legal, Verdict verdict, boolean showValues) {
        var context = new Explainer.Context(
                new VerdictDocument.ModelRef(legal.models().getFirst().model().value(), CaseReader.REVISION, "", ""),
                legal.deployment(),
                legal.organization(),
                new VerdictDocument.Inputs(1, 1, legal.policy().key(), 1, "", Evaluator.ENGINE),
                showValues);
        return new Explainer(CaseEvidence.KNOWLEDGE.licenses(), Locale.ENGLISH)
                .document(verdict, context, flips(legal));
    }

    private static Flips flips(LegalCase legal) {
        var inputs = new Inputs(
                conclusion(legal.recorded()).profile(),
                legal.deployment(),
                legal.organization(),
                policy(legal),
                legal.instruments(),
                legal.now());
        return new SmallestChange(
                        EVALUATOR, CaseEvidence.KNOWLEDGE.licenses(), CaseEvidence.KNOWLEDGE.regions()::contains)
                .find(inputs, List.of());
    }

    private static CompiledPolicy policy(LegalCase legal) {
        return POLICIES.computeIfAbsent(legal.policy(), policy -> CompiledPolicy.of(policy, CaseEvidence.KNOWLEDGE));
    }
}
