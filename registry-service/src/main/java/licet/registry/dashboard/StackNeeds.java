package licet.registry.dashboard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.identity.Team;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Principal;
import licet.registry.stack.ReviewState;
import licet.registry.stack.StackRights;
import licet.registry.stack.StackState;

/** What waits for the caller in the stacks of their teams. */
@Singleton
final class StackNeeds {
    private static final int DAYS_AHEAD = 14;

    private final Teams teams;
    private final Clock clock;

    StackNeeds(Teams teams, Clock clock) {
        this.teams = teams;
        this.clock = clock;
    }

    List<Need> of(Principal caller, List<StackState> running) {
        if (running.isEmpty()) {
            return List.of();
        }
        var keys = mine(caller);
        var mine = running.stream().filter(stack -> keys.contains(stack.team())).toList();
        var all = new ArrayList<Need>();
        long red = mine.stream().mapToLong(StackState::red).sum();
        if (red > 0) {
            all.add(Need.of(Need.Kind.RED_SLOTS, red)
                    .with(examples(
                            mine.stream().filter(stack -> stack.red() > 0).toList())));
        }
        var due = mine.stream().filter(this::isDue).toList();
        if (!due.isEmpty()) {
            all.add(Need.of(Need.Kind.REVIEWS_DUE, due.size()).with(examples(due)));
        }
        return all;
    }

    private boolean isDue(StackState stack) {
        var last = LocalDate.now(clock).plusDays(DAYS_AHEAD);
        return stack.review()
                .filter(review ->
                        review.state() == ReviewState.OPEN || !review.due().isAfter(last))
                .isPresent();
    }

    private static List<Need.Example> examples(List<StackState> stacks) {
        return stacks.stream()
                .limit(Needs.EXAMPLES)
                .map(stack -> new Need.Example(stack.key(), stack.name()))
                .toList();
    }

    private Set<String> mine(Principal caller) {
        return teams.list().stream()
                .filter(team -> StackRights.mayChange(team.id(), caller))
                .map(Team::key)
                .collect(Collectors.toSet());
    }
}
