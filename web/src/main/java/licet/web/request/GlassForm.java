package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import licet.registry.approval.Emergency;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** What cannot wait for people, as the form sends it. */
@Serdeable
public record GlassForm(
        @Nullable String model,
        @Nullable String revision,
        @Nullable String source,
        @Nullable String deployment,
        @Nullable String hours,
        @Nullable String reason) {
    static GlassForm empty() {
        return new GlassForm("", "", "", "", "", "");
    }

    public String hoursText() {
        return AskForm.text(hours);
    }

    public String reasonText() {
        return AskForm.text(reason);
    }

    AskForm asked() {
        return new AskForm(model, revision, source, deployment, "", "", null);
    }

    /** @throws licet.registry.platform.problem.ProblemException malformed, naming the field */
    Emergency emergency() {
        var subject = asked().subject();
        return new Emergency(
                subject.source(), subject.model(), subject.revision(), subject.deployment(), number(), reasonText());
    }

    private int number() {
        return Optional.of(hoursText())
                .filter(typed -> typed.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElseThrow(() -> new RegistryProblem.Malformed("/hours", hoursText(), "give a whole number of hours")
                        .asException());
    }
}
