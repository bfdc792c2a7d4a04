package licet.web.people;

import java.util.List;
import licet.registry.identity.Team;

/**
 * All teams.
 *
 * @param mayChange whether the reader administers them
 * @param seesPeople whether the reader may look at the list of people
 */
public record TeamsView(List<Team> teams, boolean mayChange, boolean seesPeople) {
    public TeamsView {
        teams = List.copyOf(teams);
    }
}
