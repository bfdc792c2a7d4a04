package licet.web.clearing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.clearing.Clearing;
import licet.registry.clearing.ClearingCases;
import licet.registry.decision.ClearingPreview;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.facts.Ids;
import licet.rules.facts.Ordered;
import licet.web.layout.FormProblem;

/**
 * One case: the evidence, who shares it, what was concluded, and the form for what is still to be concluded.
 *
 * @param kind word of the question
 * @param answer word of the kind of answer: license, lineage or terms
 * @param artifacts whose license is asked for
 * @param sources what stands where
 * @param history what was concluded, the newest first
 * @param preview empty where nothing was looked at yet
 */
public record CaseView(
        String kind,
        String answer,
        String key,
        boolean open,
        Optional<String> model,
        Set<Artifact> artifacts,
        long sharing,
        List<String> models,
        long deployments,
        List<Said> sources,
        Optional<Identification.NearMiss> nearMiss,
        List<Clearing> history,
        List<ClearingCases.Changed> changes,
        Desk desk,
        CaseForm form,
        Optional<ClearingPreview> preview,
        List<FormProblem> problems) {
    public CaseView {
        artifacts = Ordered.copy(artifacts);
        models = List.copyOf(models);
        sources = List.copyOf(sources);
        history = List.copyOf(history);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /**
     * @param label what kind of source it is
     * @param place file and line
     * @param href where the file can be read
     */
    public record Said(String label, String words, String place, Optional<String> href) {}

    /**
     * What the reader may do.
     *
     * @param formToken empty for those who may only look
     * @param proposes whether nothing was proposed or concluded yet
     * @param waiting what was proposed
     * @param own whether the reader proposed it
     * @param acting what is in force
     */
    public record Desk(
            Optional<String> formToken,
            boolean proposes,
            Optional<Clearing> waiting,
            boolean own,
            Optional<Clearing> acting,
            List<License> licenses,
            List<String> relations) {
        public Desk {
            licenses = List.copyOf(licenses);
            relations = List.copyOf(relations);
        }
    }

    public record License(String key, String title) {}

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }

    /** One choice of the form. @param word of the artifact, by which the field is named */
    public record Part(String word, String license, Optional<String> problem) {}

    public List<Part> parts() {
        return artifacts.stream()
                .map(artifact -> new Part(Ids.of(artifact), form.licenseOf(artifact), problem(Ids.of(artifact))))
                .toList();
    }

    public String address() {
        return "/clearings/cases/" + kind + "/" + key;
    }
}
