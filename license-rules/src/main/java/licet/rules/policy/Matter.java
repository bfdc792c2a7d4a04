package licet.rules.policy;

import java.time.LocalDate;
import licet.rules.Knowledge;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Profile;

/** One model in one deployment on one day, of which the facts are read. */
record Matter(
        Profile profile,
        Deployment deployment,
        Organization organization,
        Knowledge knowledge,
        LocalDate day,
        Flips flips,
        Terms terms) {

    Organization.Entity licensee() {
        return organization.get(deployment.licensee());
    }

    DatedFact dated(LocalDate date) {
        return new DatedFact(date, day, flips);
    }
}
