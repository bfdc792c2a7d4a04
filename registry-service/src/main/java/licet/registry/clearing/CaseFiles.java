package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.catalog.Catalog;
import licet.registry.platform.Statements;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.lineage.ModelEvidence;

/** Lays out the evidence of a case, read from the most used model that has it. */
@Singleton
class CaseFiles {
    static final String KIND = "clearing-case";

    private final Catalog catalog;
    private final QuestionTable asked;
    private final Questions questions;

    CaseFiles(Catalog catalog, QuestionTable asked, Questions questions) {
        this.catalog = catalog;
        this.asked = asked;
        this.questions = questions;
    }

    CaseFile get(Statements sql, QuestionKind kind, String key) {
        return find(sql, kind, key).orElseThrow(() -> new RegistryProblem.NotFound(KIND, key).asException());
    }

    /** Empty where no model has this evidence any more. */
    Optional<CaseFile> find(Statements sql, QuestionKind kind, String key) {
        return asked.findExample(sql, kind, key)
                .flatMap(example -> catalog.findCurrent(example.model())
                        .flatMap(model -> catalog.findEvidence(model.id())
                                .flatMap(evidence -> file(kind, key, example.open(), model, evidence))));
    }

    private Optional<CaseFile> file(
            QuestionKind kind, String key, boolean open, Catalog.Judged model, ModelEvidence evidence) {
        return switch (kind.answer()) {
            case LICENSE -> license(kind, key, open, model, evidence);
            case LINEAGE -> Optional.of(lineage(kind, key, open, model, evidence));
            case TERMS -> terms(kind, key, open, model, evidence);
        };
    }

    private Optional<CaseFile> license(
            QuestionKind kind, String key, boolean open, Catalog.Judged model, ModelEvidence evidence) {
        return questions.license(evidence).stream()
                .filter(question -> question.keys().contains(key))
                .findFirst()
                .map(question -> {
                    var found = questions
                            .identify(evidence)
                            .get(question.artifacts().iterator().next());
                    var places = Optional.ofNullable(found)
                            .map(Identification::evidence)
                            .orElse(List.of());
                    return new CaseFile(
                            kind,
                            key,
                            open,
                            model,
                            question.artifacts(),
                            at(places, evidence),
                            found instanceof Identification.Unrecognized unrecognized
                                    ? unrecognized.nearMiss()
                                    : Optional.empty(),
                            List.of(),
                            Optional.empty());
                });
    }

    private static List<Evidence> at(List<EvidenceRef> places, ModelEvidence evidence) {
        return evidence.license().stream()
                .filter(each -> places.stream()
                        .anyMatch(place -> place.file().equals(each.at().file())
                                && place.sha256().equals(each.at().sha256())))
                .toList();
    }

    /** Signs that equal files give are no part of what was read, and stand in the conclusion alone. */
    private static CaseFile lineage(
            QuestionKind kind, String key, boolean open, Catalog.Judged model, ModelEvidence evidence) {
        Set<ModelEvidence.Hint> hints = new LinkedHashSet<>(evidence.hints());
        hints.addAll(Questions.open(model.conclusion().lineage()));
        return new CaseFile(
                kind,
                key,
                open,
                model,
                new TreeSet<Artifact>(),
                evidence.license(),
                Optional.empty(),
                new ArrayList<>(hints),
                Optional.empty());
    }

    private Optional<CaseFile> terms(
            QuestionKind kind, String key, boolean open, Catalog.Judged model, ModelEvidence evidence) {
        return questions.terms(model.conclusion()).stream()
                .filter(terms -> terms.question().keys().contains(key))
                .findFirst()
                .map(terms -> new CaseFile(
                        kind,
                        key,
                        open,
                        model,
                        new TreeSet<Artifact>(),
                        evidence.license(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(new CaseFile.Terms(terms.subjects(), terms.evidence()))));
    }
}
