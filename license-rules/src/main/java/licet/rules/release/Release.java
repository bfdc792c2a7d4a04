package licet.rules.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import licet.rules.Check;
import licet.rules.evidence.ModelId;

/**
 * A dated publication of a model: what a repository does not say of itself.
 *
 * @param developer key of the developer in the jurisdiction data
 * @param stated what is said of a model of which no evidence was ever seen; present where the basis is {@code STATED}
 */
public record Release(
        ModelId model,
        String family,
        String developer,
        ReleaseDate released,
        Optional<Size> parameters,
        Basis basis,
        Optional<Statement> stated) {
    /** How well the facts of a release are known. */
    public enum Basis {
        /** The license text that the model came with was read. */
        LICENSE_TEXT,
        /** Widely known; not checked against a document. */
        GENERAL_KNOWLEDGE,
        /** Somebody says so, and nothing else shows it. */
        STATED
    }

    /**
     * What is stated and not evidenced: shown, and never concluded from.
     *
     * @param by who states it
     * @param license the license that they name
     * @param modality the kind of input and output that they name
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Statement(String by, String license, String modality, Optional<String> note) {
        public Statement {
            Check.notBlank(by, "who states it");
            Check.notBlank(license, "the stated license");
        }
    }

    public Release {
        Check.notBlank(family, "family of " + model);
        Check.that(
                stated.isPresent() == (basis == Basis.STATED),
                "%s must say what is stated if, and only if, nothing else is known of it".formatted(model));
    }

    /** Whether no evidence of this model was ever seen. */
    public boolean isStated() {
        return basis == Basis.STATED;
    }
}
