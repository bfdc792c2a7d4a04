package licet.web.people;

import java.util.List;
import java.util.Optional;
import licet.registry.identity.PersonLine;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.web.layout.FormProblem;

/**
 * One person.
 *
 * @param mayChange whether the reader may change this one: an administrator, and not the person
 * @param needing what needs a successor when the person leaves
 * @param successors who could be it
 * @param filled a form that was refused; empty without
 */
public record PersonView(
        PersonLine person,
        boolean mayChange,
        List<String> needing,
        List<PersonLine> successors,
        Filled filled,
        List<FormProblem> problems) {
    public PersonView {
        needing = List.copyOf(needing);
        successors = List.copyOf(successors);
        problems = List.copyOf(problems);
    }

    public boolean isHere() {
        return person.isHere();
    }

    /** Between leaving and being erased, both ways are open. */
    public boolean hasLeft() {
        return person.state() == PersonLine.State.DEACTIVATED;
    }

    public String typed(String field) {
        return filled.one(field);
    }

    public List<Choice> roles() {
        return Choice.of(
                Role.values(), person.roles().stream().map(ClosedChoice::word).toList());
    }

    public List<Choice> topics() {
        return Choice.of(
                ReviewTopic.values(),
                person.topics().stream().map(ClosedChoice::word).toList());
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
