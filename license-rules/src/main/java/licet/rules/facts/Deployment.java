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
        Places places,
        Context context) {
    /** Deployments that were stored before the context existed say nothing about it. */
    @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
    public Deployment {
        Check.notBlank(name, "deployment name");
        context = context == null ? Context.UNKNOWN : context;
        Check.that(
                !context.reachesOthers() || acts.distributes(),
                "context.recipients says that weights reach others; add distribute-weights or distribute-derivatives "
                        + "to acts.done, or leave only cloud-host");
    }

    public Deployment(
            DeploymentKey key,
            String name,
            EntityKey licensee,
            Stage stage,
            Channel channel,
            Acts acts,
            Use use,
            Places places) {
        this(key, name, licensee, stage, channel, acts, use, places, Context.UNKNOWN);
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

        boolean distributes() {
            return done.contains(Act.DISTRIBUTE_WEIGHTS) || done.contains(Act.DISTRIBUTE_DERIVATIVES);
        }
    }

    /**
     * What stands around the use.
     *
     * @param recipients who receives weights
     * @param publicContracts public bodies for which a contract is performed with the model
     * @param highRisk whether the use is one of the high-risk uses that a regulation lists
     * @param largeModification whether a modification took more than a third of the original's training compute
     */
    public record Context(
            Fact<Set<Recipient>> recipients,
            Fact<Set<PublicContract>> publicContracts,
            Fact<Boolean> highRisk,
            Fact<Boolean> largeModification) {
        public static final Context UNKNOWN =
                new Context(Fact.unknown(), Fact.unknown(), Fact.unknown(), Fact.unknown());

        public Context {
            recipients = Ordered.copy(recipients);
            publicContracts = Ordered.copy(publicContracts);
        }

        boolean reachesOthers() {
            return recipients
                    .find()
                    .map(all -> all.stream().anyMatch(recipient -> recipient != Recipient.CLOUD_HOST))
                    .orElse(false);
        }
    }

    public enum Recipient {
        AFFILIATE,
        CONTRACTOR,
        /** Runs the weights on the licensee's behalf only. */
        CLOUD_HOST,
        CUSTOMER,
        PUBLIC
    }

    public enum PublicContract {
        US_DEFENSE,
        US_INTELLIGENCE,
        US_FEDERAL,
        US_STATE,
        EU_PUBLIC,
        OTHER_PUBLIC
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
            fields = Ordered.copy(fields);
        }
    }

    public enum OutputsTrain {
        NOTHING,
        /** The model itself, or what is made from it under the same license. */
        OWN_DERIVATIVE,
        /** A model that generates nothing, such as a classifier. */
        OTHER_MODEL,
        /** A model that generates pictures, sound or film. */
        GENERATIVE_MODEL,
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
        RESIDENCY,
        RECIPIENTS,
        PUBLIC_CONTRACTS,
        HIGH_RISK,
        LARGE_MODIFICATION
    }
}
