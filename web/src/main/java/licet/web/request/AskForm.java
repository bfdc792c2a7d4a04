package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import licet.registry.approval.NewRequest;
import licet.registry.catalog.LocalCatalog;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as the form sends it.
 *
 * @param keep present where it is to stay a draft
 */
@Serdeable
public record AskForm(
        @Nullable String model,
        @Nullable String revision,
        @Nullable String source,
        @Nullable String deployment,
        @Nullable String justification,
        @Nullable String neededBy,
        @Nullable String keep) {
    static String text(@Nullable String typed) {
        return Optional.ofNullable(typed).orElse("").strip();
    }

    public String justificationText() {
        return text(justification);
    }

    public String neededByText() {
        return text(neededBy);
    }

    boolean isKept() {
        return keep != null;
    }

    Sight.Subject subject() {
        boolean local = ModelParameters.isLocal(source);
        return new Sight.Subject(
                local ? Optional.of(LocalCatalog.SOURCE) : Optional.empty(),
                new ModelId(ModelParameters.model(text(model)).value()),
                ModelParameters.given(revision)
                        .map(word -> local
                                ? LocalCatalog.revision(word)
                                : ModelParameters.revision(word).value())
                        .filter(word -> !word.equals("main")),
                ModelParameters.deployment(deployment));
    }

    NewRequest wish() {
        var subject = subject();
        return new NewRequest(
                subject.source(),
                subject.model(),
                subject.revision(),
                subject.deployment(),
                justificationText(),
                ModelParameters.given(neededBy).map(AskForm::day));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new RegistryProblem.Malformed("/neededBy", typed, "write a day such as 2026-12-31").asException();
        }
    }
}
