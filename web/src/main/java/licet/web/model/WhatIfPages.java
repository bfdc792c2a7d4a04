package licet.web.model;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.decision.Verdicts;
import licet.registry.decision.WhatIf;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** Evaluates answers that nobody saved, and shows what would follow. */
@Singleton
final class WhatIfPages {
    private final WhatIf whatIf;
    private final Verdicts verdicts;
    private final OpinionPages opinions;

    WhatIfPages(WhatIf whatIf, Verdicts verdicts, OpinionPages opinions) {
        this.whatIf = whatIf;
        this.verdicts = verdicts;
        this.opinions = opinions;
    }

    /** Answers with something wrong in them are left out and come back with what to mend. */
    WhatIfView of(
            RepoId model,
            boolean local,
            DeploymentKey deployment,
            Map<String, List<String>> answers,
            boolean showValues) {
        try {
            return view(model, local, deployment, answers, Map.of(), showValues);
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof RegistryProblem.Malformed(var errors))) {
                throw refused;
            }
            var problems = errors.stream()
                    .filter(error -> answers.containsKey(error.field()))
                    .collect(Collectors.toMap(FieldError::field, FieldError::mend));
            if (problems.isEmpty()) {
                throw refused;
            }
            return view(model, local, deployment, answers, problems, showValues);
        }
    }

    private WhatIfView view(
            RepoId model,
            boolean local,
            DeploymentKey deployment,
            Map<String, List<String>> answers,
            Map<String, String> problems,
            boolean showValues) {
        var sound = new TreeMap<>(answers);
        sound.keySet().removeAll(problems.keySet());
        sound.values().removeIf(values -> values.isEmpty() || values.getFirst().isBlank());
        var then = whatIf.of(model, Revision.MAIN, local, deployment, sound, showValues)
                .document();
        var before = (local
                        ? verdicts.ofLocal(model, Optional.empty(), deployment, showValues)
                        : verdicts.of(model, Revision.MAIN, deployment, showValues))
                .document();
        return new WhatIfView(
                before.model().id(),
                deployment.value(),
                local,
                before,
                opinions.of(then, answers, problems),
                supposed(sound, then),
                problems.entrySet().stream()
                        .map(problem -> new FormProblem(OpenQuestion.field(problem.getKey()), problem.getValue()))
                        .toList());
    }

    private List<WhatIfView.Supposition> supposed(Map<String, List<String>> sound, VerdictDocument then) {
        var texts = whatIf.texts(Texts.LOCALE);
        var asked = then.questions().stream().map(VerdictDocument.Asked::id).toList();
        return sound.entrySet().stream()
                .map(answer -> new WhatIfView.Supposition(
                        answer.getKey(),
                        texts.of(answer.getKey()),
                        opinions.shown(answer.getKey(), answer.getValue()),
                        answer.getValue(),
                        asked.contains(answer.getKey())))
                .toList();
    }
}
