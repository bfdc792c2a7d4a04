package licet.web.people;

import java.util.List;
import java.util.Optional;
import licet.registry.identity.PersonLine;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.web.layout.FormProblem;

/**
 * Everybody with an account.
 *
 * @param mayChange whether the reader administers people
 */
public record PeopleView(List<PersonLine> people, boolean mayChange, Filled form, List<FormProblem> problems) {
    public PeopleView {
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    public List<Choice> roles() {
        return Choice.of(Role.values(), form.all("roles"));
    }

    public List<Choice> topics() {
        return Choice.of(ReviewTopic.values(), form.all("topics"));
    }

    public String typed(String field) {
        return form.one(field);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
