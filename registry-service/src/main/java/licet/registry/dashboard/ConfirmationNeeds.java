package licet.registry.dashboard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.change.DeploymentRights;
import licet.registry.change.DueFact;
import licet.registry.change.FactConfirmations;
import licet.registry.change.FactRights;
import licet.registry.platform.http.Principal;

/** Facts that the caller should confirm or correct. */
@Singleton
final class ConfirmationNeeds {
    private final FactConfirmations confirmations;
    private final DeploymentRights rights;

    ConfirmationNeeds(FactConfirmations confirmations, DeploymentRights rights) {
        this.confirmations = confirmations;
        this.rights = rights;
    }

    List<Need> of(Principal caller) {
        var all = new ArrayList<Need>();
        long figures = 0;
        for (var fact : confirmations.list()) {
            switch (fact.subject()) {
                case DueFact.Subject.OfOrganization _ -> figures += FactRights.mayConfirm(fact.owner(), caller) ? 1 : 0;
                case DueFact.Subject.OfDeployment(var key, var name, var version) -> {
                    if (rights.mayChange(key.value(), caller)) {
                        all.add(ofDeployment(key.value()));
                    }
                }
            }
        }
        if (figures > 0) {
            all.add(Need.of(Need.Kind.FACT_CONFIRMATIONS, figures));
        }
        return all;
    }

    private static Need ofDeployment(String key) {
        return new Need(Need.Kind.DEPLOYMENT_CONFIRMATIONS, 1, Optional.of(key), Optional.empty(), List.of());
    }
}
