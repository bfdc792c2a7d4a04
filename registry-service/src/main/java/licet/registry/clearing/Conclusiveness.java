package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.evidence.EvidenceRef;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;

/** Holds what somebody concludes against the case: it has to answer that question, with what the catalog knows. */
@Singleton
class Conclusiveness {
    private static final int MOST_PARENTS = 20;

    private final Knowledge knowledge;

    Conclusiveness(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Concluded of(CaseFile file, Answer answer) {
        return switch (answer) {
            case Answer.Licenses licenses
            when file.kind().answer() == Concluded.Kind.LICENSE -> licenses(file, licenses);
            case Answer.Origins(var parents)
            when file.kind().answer() == Concluded.Kind.LINEAGE -> origins(file, parents);
            case Answer.TermsStand() when file.kind().answer() == Concluded.Kind.TERMS -> terms(file);
            case Answer.Licenses _, Answer.Origins _, Answer.TermsStand _ ->
                throw malformed(
                        "/answer",
                        "answer what is asked: " + file.kind().answer().word());
        };
    }

    private Concluded licenses(CaseFile file, Answer.Licenses answer) {
        if (answer.licenses().isEmpty()) {
            throw malformed("/licenses", "name the license of at least one artifact");
        }
        if (!file.artifacts().containsAll(answer.licenses().keySet())) {
            throw malformed("/licenses", "name only artifacts whose license is open");
        }
        Set<LicenseKey> known = knowledge.licenses().licenses().stream()
                .map(license -> license.key())
                .collect(Collectors.toSet());
        answer.licenses().forEach((artifact, key) -> {
            if (!known.contains(key)) {
                throw new RegistryProblem.Malformed(
                                "/licenses/" + Ids.of(artifact), key.value(), "choose a license of the catalog")
                        .asException();
            }
        });
        return new Concluded.License(answer.licenses());
    }

    private static Concluded origins(CaseFile file, List<Concluded.Origin> parents) {
        if (parents.size() > MOST_PARENTS) {
            throw malformed("/parents", "name at most " + MOST_PARENTS + " parents");
        }
        Set<String> seen = new HashSet<>();
        String own = file.model().model().value().toLowerCase(Locale.ROOT);
        for (var parent : parents) {
            String name = parent.model().value().toLowerCase(Locale.ROOT);
            if (name.equals(own)) {
                throw malformed("/parents", "a model does not come from itself");
            }
            if (!seen.add(name + parent.relation())) {
                throw malformed("/parents", "name each parent once");
            }
        }
        return new Concluded.Lineage(
                parents, file.hints().stream().map(EvidenceKeys::hint).collect(Collectors.toSet()));
    }

    private static Concluded terms(CaseFile file) {
        var terms = file.terms().orElseThrow();
        if (terms.evidence().isEmpty()) {
            throw malformed("/answer", "nothing is on record that it could be pinned to");
        }
        return new Concluded.Terms(
                terms.subjects(),
                terms.evidence().stream().map(EvidenceRef::identity).collect(Collectors.toSet()));
    }

    private static RuntimeException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }
}
