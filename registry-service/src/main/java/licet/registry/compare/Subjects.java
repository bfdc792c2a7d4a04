package licet.registry.compare;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.decision.NamedModels;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Concluder;

/** Finds what stands for the models that somebody names, and says one by one what is wrong with a name. */
@Singleton
final class Subjects {
    private static final String FIELD = "model";
    private static final String NEWEST = "main";

    private final NamedModels named;
    private final Catalog catalog;
    private final Concluder concluder;

    Subjects(NamedModels named, Catalog catalog, Concluder concluder) {
        this.named = named;
        this.catalog = catalog;
        this.concluder = concluder;
    }

    /** @param problems in the order of the names; a name with a problem has no subject */
    record Found(List<Subject> subjects, List<FieldError> problems) {
        Found {
            subjects = List.copyOf(subjects);
            problems = List.copyOf(problems);
        }
    }

    /** Parses every name, then looks all of them up together. */
    Found find(List<String> names) {
        var asked = new HashMap<String, AskedModel>();
        var problems = new HashMap<String, List<FieldError>>();
        names.forEach(name -> {
            try {
                asked.put(name, AskedModel.parse(name));
            } catch (ProblemException refused) {
                problems.put(name, errors(name, refused));
            }
        });
        var known = named.find(
                asked.values().stream().distinct().map(this::name).distinct().toList());
        var subjects = new ArrayList<Subject>();
        var wrong = new ArrayList<FieldError>();
        var keys = new HashSet<String>();
        for (String name : names) {
            Optional.ofNullable(problems.get(name)).ifPresent(wrong::addAll);
            Optional.ofNullable(asked.get(name)).ifPresent(one -> {
                var subject = subject(one, known);
                subject.filter(found -> keys.add(found.key()))
                        .ifPresentOrElse(
                                subjects::add,
                                () -> wrong.add(subject.isPresent() ? twice(name) : unknown(name, one, known)));
            });
        }
        return new Found(subjects, wrong);
    }

    /** One model, or a problem that there is none. */
    Subject get(AskedModel asked) {
        return subject(asked, named.find(List.of(name(asked))))
                .orElseThrow(
                        () -> new RegistryProblem.NotFound(FIELD, asked.model().value()).asException());
    }

    private NamedModels.Name name(AskedModel asked) {
        return new NamedModels.Name(asked.local() ? LocalCatalog.SOURCE : catalog.source(), asked.model());
    }

    private Optional<Subject> subject(AskedModel asked, Map<NamedModels.Name, NamedModels.Found> known) {
        var name = name(asked);
        return Optional.ofNullable(known.get(name)).flatMap(found -> {
            var id = new ModelId(found.row().model());
            var read = catalog.find(name.source(), id, asked.revision());
            return read.map(judged -> new Subject(
                            asked,
                            found.row(),
                            found.onHub(),
                            judged.model(),
                            judged.revision(),
                            true,
                            judged.conclusion()))
                    .or(() -> found.row().tier().equals("examined")
                            ? Optional.empty()
                            : Optional.of(new Subject(
                                    asked,
                                    found.row(),
                                    found.onHub(),
                                    id,
                                    asked.revision().orElse(NEWEST),
                                    false,
                                    concluder.unread(id))));
        });
    }

    private static List<FieldError> errors(String name, ProblemException refused) {
        return refused.problem() instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FieldError(FIELD, name, error.mend()))
                        .toList()
                : List.of(new FieldError(FIELD, name, "write owner/name or owner/name@commit"));
    }

    private static FieldError twice(String name) {
        return new FieldError(FIELD, name, "name each model once, or with another revision");
    }

    private FieldError unknown(String name, AskedModel asked, Map<NamedModels.Name, NamedModels.Found> known) {
        String mend = known.containsKey(name(asked))
                ? "nothing was read at that revision; leave it out for the newest one on record"
                : asked.local()
                        ? "no imported model has that name; import it, or leave out local: for the Hub’s model"
                        : "no model of that name is on record; search for it, or have it read first";
        return new FieldError(FIELD, name, mend);
    }
}
