package licet.registry.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;

/**
 * A person as the API shows one.
 *
 * @param state invited, active, deactivated or erased
 * @param teams keys
 */
@Schema(name = "Person")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PersonDocument(
        UUID id,
        String login,
        String name,
        List<String> roles,
        List<String> topics,
        List<String> teams,
        String state,
        Optional<Instant> lastSignIn) {
    @Schema(name = "PersonPage")
    record Page(List<PersonDocument> people) {}

    /** @param path of the one-time link under the address of the product */
    @Schema(name = "PersonLink")
    record Link(UUID person, String path, Instant expiresAt) {
        static Link of(IssuedLink link) {
            return new Link(link.person(), link.path(), link.expiresAt());
        }
    }

    static PersonDocument of(PersonLine person) {
        return new PersonDocument(
                person.id(),
                person.login(),
                person.name(),
                words(person.roles()),
                words(person.topics()),
                person.teams(),
                person.state().word(),
                person.lastSignIn());
    }

    private static List<String> words(Collection<? extends ClosedChoice> choices) {
        return choices.stream().map(ClosedChoice::word).sorted().toList();
    }
}
