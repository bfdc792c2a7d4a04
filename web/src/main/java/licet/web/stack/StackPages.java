package licet.web.stack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.fact.Facts;
import licet.registry.identity.Team;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Principal;
import licet.registry.stack.SlotNotes;
import licet.registry.stack.StackReviews;
import licet.registry.stack.StackRights;
import licet.registry.stack.StackState;
import licet.registry.stack.StackStates;
import licet.registry.stack.Stacks;
import licet.rules.stack.SlotRoles;
import licet.web.layout.Bar;
import licet.web.layout.FormProblem;

/** Puts the pages of stacks together. */
@Singleton
final class StackPages {
    private final StackStates states;
    private final Stacks stacks;
    private final StackReviews reviews;
    private final SlotNotes notes;
    private final Teams teams;
    private final Facts facts;
    private final SlotRoles roles;
    private final Clock clock;

    StackPages(
            StackStates states,
            Stacks stacks,
            StackReviews reviews,
            SlotNotes notes,
            Teams teams,
            Facts facts,
            SlotRoles roles,
            Clock clock) {
        this.states = states;
        this.stacks = stacks;
        this.reviews = reviews;
        this.notes = notes;
        this.teams = teams;
        this.facts = facts;
        this.roles = roles;
        this.clock = clock;
    }

    /** What was sent and cannot be taken. @param form which of the forms of the page */
    record Sent(String form, Map<String, String> fields, List<FormProblem> problems) {
        static final Sent NOTHING = new Sent("", Map.of(), List.of());
    }

    StacksView all(String token, Sent sent, Principal caller) {
        var mine = mine(caller);
        return new StacksView(
                states.list().stream()
                        .map(stack -> new StacksView.Line(stack, parts(stack)))
                        .toList(),
                LocalDate.now(clock),
                mine.isEmpty() ? Optional.empty() : Optional.of(form(token, sent, mine, List.of())));
    }

    static List<Bar.Part> parts(StackState stack) {
        return Bar.stacked(List.of(stack.filled() - stack.red(), stack.red()), List.of("allow", "deny"));
    }

    StackView one(String key, String token, Sent sent, Principal caller) {
        var stack = states.get(key);
        var owner = teams.get(stack.team());
        boolean may =
                StackRights.mayChange(owner.id(), caller) && stack.endedAt().isEmpty();
        return new StackView(
                stack,
                roleNames(),
                notes.list(key),
                reviews.list(key),
                stacks.past(key),
                LocalDate.now(clock),
                may ? Optional.of(form(token, sent, mine(caller), members(owner))) : Optional.empty());
    }

    StackForm form(String token, Sent sent, List<String> teamKeys, List<String> members) {
        return new StackForm(
                token,
                sent.form(),
                sent.fields(),
                sent.problems(),
                teamKeys,
                members,
                facts.current().deployments().stream()
                        .map(known -> known.deployment().key().value())
                        .toList(),
                roles.all());
    }

    Map<String, String> roleNames() {
        return roles.all().stream().collect(Collectors.toMap(SlotRoles.Role::key, SlotRoles.Role::name));
    }

    private static List<String> members(Team team) {
        return team.members().stream()
                .filter(Team.Member::active)
                .map(Team.Member::login)
                .toList();
    }

    private List<String> mine(Principal caller) {
        return Stream.of(caller)
                .filter(someone -> someone.personId() != null)
                .flatMap(someone -> teams.list().stream().filter(team -> StackRights.mayChange(team.id(), someone)))
                .map(Team::key)
                .toList();
    }
}
