package licet.rules.obligation;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import licet.rules.change.ConformingName;
import licet.rules.facts.Deployment;
import licet.rules.facts.Question;
import licet.rules.license.Clause;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;

/** Holds the planned name of a model made from these against every prefix that the terms ask for. */
final class Naming {
    private static final Question NAME = new Question.AboutDeployment(Deployment.FactName.DERIVED_MODEL_NAME);

    private final Sentences sentences;

    Naming(Sentences sentences) {
        this.sentences = sentences;
    }

    Pack.NameCheck check(List<Held> models, Deployment deployment) {
        var prefixes = prefixes(models);
        var asked = prefixes.stream().map(Pack.Words::text).toList();
        var planned = deployment.use().derivedModelName().find().filter(name -> !name.isBlank());
        var suggestion = ConformingName.of(planned.orElse(deployment.key().value()), asked);
        return new Pack.NameCheck(planned, prefixes, state(asked, planned, suggestion), suggestion);
    }

    private static Pack.NameCheck.State state(
            List<String> prefixes, Optional<String> planned, Optional<String> suggestion) {
        if (prefixes.isEmpty()) {
            return Pack.NameCheck.State.NOT_ASKED;
        }
        if (suggestion.isEmpty()) {
            return Pack.NameCheck.State.CONTRADICTION;
        }
        return planned.map(name -> suggestion.get().equals(name)
                        ? Pack.NameCheck.State.CONFORMS
                        : Pack.NameCheck.State.NAME_DIFFERS)
                .orElse(Pack.NameCheck.State.NAME_MISSING);
    }

    /** Every finding about a name clause means that the clause speaks of this deployment, or may do so. */
    private List<Pack.Words> prefixes(List<Held> models) {
        var all = new Once<String>();
        for (var held : models) {
            for (var cited : held.verdict().findings()) {
                if (cited.finding().subject() instanceof Subject.OfClause subject
                        && sentences.citations().clause(subject).orElse(null) instanceof Clause.NamePrefix clause) {
                    all.add(clause.prefix(), sentences.basis(held, subject, open(cited.finding())));
                }
            }
        }
        return all.list(Pack.Words::new);
    }

    /** What besides the name itself is open. */
    private static TreeSet<Question> open(Finding finding) {
        var open = new TreeSet<Question>();
        if (finding instanceof Finding.Needs needs) {
            open.addAll(needs.questions());
            open.remove(NAME);
        }
        return open;
    }
}
