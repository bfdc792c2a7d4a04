package licet.web.request;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLine;
import licet.registry.platform.problem.RegistryProblem;

/** Everybody who can be named on a form. */
@Singleton
final class Colleagues {
    private final PeopleDesk people;

    Colleagues(PeopleDesk people) {
        this.people = people;
    }

    List<String> logins() {
        return people.list().stream()
                .filter(Colleagues::isActive)
                .map(PersonLine::login)
                .toList();
    }

    /** @param field of the form, where nobody is called so */
    UUID named(String field, String login) {
        return people.list().stream()
                .filter(Colleagues::isActive)
                .filter(person -> person.login().equalsIgnoreCase(login.strip()))
                .map(PersonLine::id)
                .findFirst()
                .orElseThrow(
                        () -> new RegistryProblem.Malformed(field, login, "write the login of somebody who is active")
                                .asException());
    }

    private static boolean isActive(PersonLine person) {
        return person.state() == PersonLine.State.ACTIVE;
    }
}
