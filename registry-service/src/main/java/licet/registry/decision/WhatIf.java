package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.fact.Facts;
import licet.registry.whatif.QuestionTexts;
import licet.registry.whatif.Supposed;
import licet.rules.facts.DeploymentKey;

/** The verdict that would result if open questions of a stored deployment were answered so. Nothing is saved. */
@Singleton
public class WhatIf {
    private final Verdicts verdicts;
    private final Facts facts;
    private final Clock clock;

    WhatIf(Verdicts verdicts, Facts facts, Clock clock) {
        this.verdicts = verdicts;
        this.facts = facts;
        this.clock = clock;
    }

    /** The words of questions, which name entities of the organization on record. */
    public QuestionTexts texts(Locale locale) {
        return new QuestionTexts(locale, facts.current().organization().organization());
    }

    /**
     * @param local whether the imported model of that name is meant instead of the Hub's
     * @param answers by the id of the question, see {@link licet.registry.whatif.AnswerForm}
     */
    public Verdicts.Answer of(
            RepoId model,
            Revision revision,
            boolean local,
            DeploymentKey deployment,
            Map<String, List<String>> answers,
            boolean showValues) {
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> Verdicts.unknownDeployment(deployment, current));
        var supposed = new Supposed(stored.deployment(), current.organization().organization())
                .with(answers, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return verdicts.preview(
                model, revision, local, supposed.deployment(), Optional.of(supposed.organization()), showValues);
    }
}
