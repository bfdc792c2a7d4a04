package licet.rules.preview;

import java.util.List;
import licet.rules.Check;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Instrument;

/** What an organization judges: profiles of models, each in a deployment. */
public record Portfolio(Organization organization, List<Item> items) {
    public Portfolio {
        items = List.copyOf(items);
    }

    /**
     * @param models how many models have this profile
     * @param instruments those that act on these models; usually none
     */
    public record Item(Profile profile, Deployment deployment, long models, List<Instrument> instruments) {
        public Item {
            Check.that(models > 0, "an item stands for at least one model");
            instruments = List.copyOf(instruments);
        }
    }
}
