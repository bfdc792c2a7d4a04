package licet.rules.facts;

import java.util.Set;
import java.util.SortedSet;
import licet.rules.Check;
import licet.rules.license.Act;
import licet.rules.license.Field;

/**
 * A named use of models with its facts.
 *
 * @param licensee the entity of the organization that takes the license
 */
public record Deployment(
        DeploymentKey key,
        String name,
        EntityKey licensee,
        Stage stage,
        Channel channel,
        Acts acts,
        Use use,
        Places places) {
    public Deployment {
        Check.notBlank(name, "deployment name");
    }

    public enum Stage {
        EVALUATION,
        PILOT,
        PRODUCTION
    }

    /** How the model reaches the organization. */
    public enum Channel {
        OWN_WEIGHTS,
        VENDOR_API,
        LICENSOR_PARTNER,
        INSIDE_VENDOR_PRODUCT
    }

    /** Acts that are done, and acts that nobody has answered for yet; the rest is not done. */
    public record Acts(Set<Act> done, Set<Act> unknown) {
        public Acts {
            done = Ordered.copy(done);
            unknown = Ordered.copy(unknown);
            Check.that(java.util.Collections.disjoint(done, unknown), "an act cannot be both done and unknown");
        }

        public Tri does(Act act) {
            if (done.contains(act)) {
                return Tri.YES;
            }
            return unknown.contains(act) ? Tri.unknown(new Question.DoesAct(act)) : Tri.NO;
        }
    }

    /**
     * What the use is about.
     *
     * @param outputsLeaveOrganization whether software, outputs or capabilities reach anybody outside
     * @param derivedModelName planned name of a model made from this one, where one is made
     * @param outputsTrain what kind of other model the outputs train
     */
    public record Use(
            Fact<Boolean> commercial,
            Fact<Boolean> outputsLeaveOrganization,
            Fact<OutputsTrain> outputsTrain,
            Fact<Set<Field>> fields,
            Fact<String> derivedModelName) {
        public Use {
            fields = fields.find()
                    .<Fact<Set<Field>>>map(known -> Fact.known(Ordered.copy(known)))
                    .orElse(fields);
        }
    }

    public enum OutputsTrain {
        NOTHING,
        /** A model that is no language model. */
        OTHER_MODEL,
        LANGUAGE_MODEL,
        /** A language model that competes with the licensor's. */
        COMPETING_MODEL
    }

    public record Places(
            Fact<SortedSet<Country>> use,
            Fact<SortedSet<Country>> outputs,
            Fact<Country> serving,
            Fact<Country> residency) {}

    /** Names of the facts that can be asked for. */
    public enum FactName {
        COMMERCIAL,
        OUTPUTS_LEAVE_ORGANIZATION,
        OUTPUTS_TRAIN,
        FIELDS,
        DERIVED_MODEL_NAME,
        PLACES_OF_USE,
        PLACES_OF_OUTPUT,
        SERVING_REGION,
        RESIDENCY
    }
}
