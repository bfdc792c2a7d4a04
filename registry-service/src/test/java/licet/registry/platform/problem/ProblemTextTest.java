package licet.registry.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    /** One of each; a kind that is missing here fails the last line. */
    private static final List<RegistryProblem> EACH = List.of(
            new RegistryProblem.NotFound("model", "a/b"),
            new RegistryProblem.NoSuchAddress("/x"),
            new RegistryProblem.Malformed("limit", "-1", "Use 1 to 200."),
            new RegistryProblem.Conflict("policy", "p", "load it again"),
            new RegistryProblem.ChangedMeanwhile("deployment", "d"),
            new RegistryProblem.KeyReused("k"),
            new RegistryProblem.NotAuthenticated(),
            new RegistryProblem.SignInRefused(),
            new RegistryProblem.Forbidden("the role auditor"),
            new RegistryProblem.ForeignForm(),
            new RegistryProblem.TooManyAttempts(Duration.ofMinutes(5)),
            new RegistryProblem.TooLarge(1000),
            new RegistryProblem.MethodNotAllowed("PUT", Set.of("GET")),
            new RegistryProblem.UnsupportedMediaType(),
            new RegistryProblem.NotAcceptable(),
            new RegistryProblem.Unavailable("The database", Duration.ofSeconds(2)),
            new RegistryProblem.Fault("f"));

    @Test
    void everyKindHasAStatusATypeOfItsOwnAndWords() {
        for (var problem : EACH) {
            var text = ProblemText.of(problem);
            assertThat(text.status()).isBetween(400, 599);
            assertThat(text.title()).isNotBlank();
            assertThat(text.detail()).isNotBlank().doesNotContain("{", "}");
        }
        assertThat(EACH).extracting(problem -> ProblemText.of(problem).type()).doesNotHaveDuplicates();
        assertThat(EACH).extracting(problem -> (Object) problem.getClass()).containsAll(kinds());
    }

    @Test
    void longValuesAreCutBeforeTheyAreRepeated() {
        assertThat(new FieldError("q", "x".repeat(5000), "Shorten it.").value()).hasSize(201);
    }

    @Test
    void theExceptionIsOneLineForATerminal() {
        var problem = new RegistryProblem.Malformed("name", "", "Use 1 to 80 printable characters.");
        assertThat(problem.asException())
                .hasMessage("Mend name and send the request again. name: Use 1 to 80 printable characters.");
    }

    private static List<Class<?>> kinds() {
        return Stream.<Class<?>>of(RegistryProblem.class.getPermittedSubclasses())
                .toList();
    }
}
