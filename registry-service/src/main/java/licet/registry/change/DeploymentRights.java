package licet.registry.change;

import jakarta.inject.Singleton;
import java.util.Optional;
import licet.registry.identity.Team;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may change the facts of one deployment: those of the team that owns it, or everybody's editors without one. */
@Singleton
public class DeploymentRights {
    private final Teams teams;

    DeploymentRights(Teams teams) {
        this.teams = teams;
    }

    public Optional<Team> findOwner(String deployment) {
        return teams.findOwner(deployment);
    }

    public boolean mayChange(String deployment, Principal caller) {
        return findOwner(deployment)
                .map(owner -> mayChange(owner, caller))
                .orElseGet(() -> FactRights.mayChangeDeployments(caller));
    }

    public void require(String deployment, Principal caller) {
        if (!mayChange(deployment, caller)) {
            throw new RegistryProblem.Forbidden(findOwner(deployment)
                            .map(owner -> "to be of the team " + owner.key() + ", which owns it")
                            .orElse("the role administrator or policy-author"))
                    .asException();
        }
    }

    private static boolean mayChange(Team owner, Principal caller) {
        boolean host = caller.personId() == null;
        boolean works = !caller.roles().isEmpty() && !caller.standing().onlyReads();
        return host || caller.has(Role.ADMINISTRATOR) || works && caller.belongsTo(owner.id());
    }
}
