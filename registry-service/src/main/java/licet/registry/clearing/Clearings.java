package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.catalog.ConclusionWatch;
import licet.registry.catalog.Settlements;
import licet.registry.platform.Statements;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.ModelEvidence;

/** Puts what people concluded beside the evidence, and notes what is left to them. */
@Singleton
class Clearings implements Settlements, ConclusionWatch {
    private final ClearingTable table;
    private final QuestionTable asked;
    private final Questions questions;

    Clearings(ClearingTable table, QuestionTable asked, Questions questions) {
        this.table = table;
        this.asked = asked;
        this.questions = questions;
    }

    @Override
    public ModelEvidence applied(Statements sql, ModelEvidence evidence) {
        if (!table.hasConfirmed(sql)) {
            return evidence;
        }
        var licenses = questions.license(evidence);
        var lineage = questions.lineage(evidence);
        var keys = new ArrayList<>(lineage.keys());
        licenses.forEach(question -> keys.addAll(question.keys()));
        var acting = table.listActing(sql, keys);
        if (acting.isEmpty()) {
            return evidence;
        }
        var withLicenses = withLicenses(evidence, licenses, acting);
        return first(lineage, acting).map(by -> withLineage(withLicenses, by)).orElse(withLicenses);
    }

    /** The leading identity counts most; of two clearings of one, the older. */
    private static Optional<Clearing> first(Question question, List<ClearingTable.Acting> acting) {
        return question.keys().stream()
                .flatMap(key -> acting.stream().filter(each -> each.key().equals(key)))
                .map(ClearingTable.Acting::clearing)
                .findFirst();
    }

    private static ModelEvidence withLicenses(
            ModelEvidence evidence, List<Question> asked, List<ClearingTable.Acting> acting) {
        var settled = new ArrayList<>(evidence.license());
        for (var question : asked) {
            first(question, acting)
                    .filter(by -> by.concluded() instanceof Concluded.License)
                    .ifPresent(by -> settled.addAll(Settling.licenses(
                            (Concluded.License) by.concluded(), question.artifacts(), cited(evidence, by))));
        }
        return Settling.with(evidence, settled, evidence.parents(), evidence.hints());
    }

    private static ModelEvidence withLineage(ModelEvidence evidence, Clearing by) {
        return by.concluded() instanceof Concluded.Lineage lineage
                ? Settling.lineage(evidence, lineage, new ModelId(by.about().model()), cited(evidence, by))
                : evidence;
    }

    /**
     * The evidence as it would be with what somebody proposes.
     *
     * @param keys identities of the evidence that it is for
     * @param about the model at which somebody looked
     */
    ModelEvidence as(ModelEvidence evidence, Set<String> keys, ModelId about, Concluded proposed) {
        var at = EvidenceRef.ofClearing(evidence.model(), evidence.revision(), "proposed", "");
        return switch (proposed) {
            case Concluded.License license -> {
                var settled = new ArrayList<>(evidence.license());
                questions.license(evidence).stream()
                        .filter(question -> !Collections.disjoint(question.keys(), keys))
                        .forEach(question -> settled.addAll(Settling.licenses(license, question.artifacts(), at)));
                yield Settling.with(evidence, settled, evidence.parents(), evidence.hints());
            }
            case Concluded.Lineage lineage -> {
                // A copy has its origins by way of the original, which has them only once it is concluded again.
                var copy = Settling.lineage(evidence, lineage, about, at);
                yield Settling.lineage(copy, lineage, evidence.model(), at);
            }
            case Concluded.Terms _ -> evidence;
        };
    }

    private static EvidenceRef cited(ModelEvidence evidence, Clearing by) {
        return EvidenceRef.ofClearing(
                evidence.model(), evidence.revision(), by.id().toString(), by.words());
    }

    @Override
    public void concluded(Statements sql, long modelId, ModelEvidence evidence, Conclusion conclusion) {
        var rows = new ArrayList<QuestionTable.Row>();
        var own = conclusion.lineage().own().identifications();
        for (var question : questions.license(evidence)) {
            boolean open = question.artifacts().stream()
                    .anyMatch(artifact -> Optional.ofNullable(own.get(artifact))
                            .flatMap(Questions::kind)
                            .isPresent());
            rows.add(new QuestionTable.Row(question, open));
        }
        var lineage = questions.lineage(evidence);
        boolean undeclared = !Questions.open(conclusion.lineage()).isEmpty();
        if (undeclared || !table.listActing(sql, lineage.keys()).isEmpty()) {
            rows.add(new QuestionTable.Row(lineage, undeclared));
        }
        for (var terms : questions.terms(conclusion)) {
            var question = terms.question();
            rows.add(new QuestionTable.Row(
                    question, table.listActing(sql, question.keys()).isEmpty()));
        }
        asked.write(sql, modelId, rows);
    }
}
