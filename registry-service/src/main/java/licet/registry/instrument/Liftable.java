package licet.registry.instrument;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;

/** Which ids a paper can name: a clause that no text has would be lifted by nothing and mislead who reads it. */
@Singleton
class Liftable {
    private static final String POLICY = "policy/";
    private static final String IDENTIFICATION = "identification/";

    private final LicenseCatalog licenses;

    Liftable(Knowledge knowledge) {
        this.licenses = knowledge.licenses();
    }

    /** Whether the evaluator lets a paper of the kind lift it is its own business; here it only has to exist. */
    void require(String field, PaperKind kind, String id) {
        boolean known = switch (kind) {
            case AGREEMENT -> id.startsWith(IDENTIFICATION) || isOfText(id);
            case ACCEPTANCE -> id.startsWith(POLICY);
            case LEGAL_POSITION -> id.startsWith(POLICY) || isOfText(id);
        };
        if (!known) {
            throw PaperText.malformed(
                    field,
                    id,
                    switch (kind) {
                        case AGREEMENT -> "name a clause or a grant of a license on record";
                        case ACCEPTANCE -> "name the policy rule that asks for the acceptance";
                        case LEGAL_POSITION ->
                            "name a clause of a license on record, or the rule that asks for counsel";
                    });
        }
    }

    /** Key of a license or use policy. */
    String text(String field, String key) {
        if (key(key).filter(known -> licenses.find(known).isPresent()
                        || licenses.findPolicy(known).isPresent())
                .isEmpty()) {
            throw PaperText.malformed(field, key, "use the key of a license or use policy on record");
        }
        return key;
    }

    private boolean isOfText(String id) {
        int at = id.indexOf('/');
        return at > 0
                && key(id.substring(0, at))
                        .filter(key -> ids(key).anyMatch(id.substring(at + 1)::equals))
                        .isPresent();
    }

    private Stream<String> ids(LicenseKey key) {
        var clauses = licenses.find(key)
                .map(licenses::clausesOf)
                .or(() -> licenses.findPolicy(key).map(policy -> policy.clauses()))
                .orElse(List.of());
        return Stream.concat(
                clauses.stream().map(Clause::id), licenses.find(key).stream().flatMap(Liftable::grants));
    }

    private static Stream<String> grants(License license) {
        return Stream.of(Act.values()).map(act -> "grant/" + Ids.of(act));
    }

    private static Optional<LicenseKey> key(String text) {
        try {
            return Optional.of(new LicenseKey(text));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }
}
