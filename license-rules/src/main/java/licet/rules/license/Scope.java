package licet.rules.license;

import java.util.Set;

/**
 * To what a clause applies. Empty sets mean no limit of that kind.
 *
 * @param modality the node's own modality that brings a model under the clause
 * @param acts the clause is asked only when the deployment does one of these acts
 * @param triggers an obligation arises only when one of these happens
 * @param businesses the clause is asked only of a licensee in one of these businesses
 * @param exemptions uses that the text frees from the clause
 */
public record Scope(
        ModalityScope modality,
        Set<Act> acts,
        Set<Trigger> triggers,
        Set<Business> businesses,
        Set<Exemption> exemptions) {
    public static final Scope ALL = new Scope(ModalityScope.ANY, Set.of(), Set.of(), Set.of(), Set.of());

    public Scope {
        acts = Set.copyOf(acts);
        triggers = Set.copyOf(triggers);
        businesses = Set.copyOf(businesses);
        exemptions = Set.copyOf(exemptions);
    }

    public enum ModalityScope {
        ANY,
        MULTIMODAL_ONLY
    }

    /** Events that make an obligation due. */
    public enum Trigger {
        /** The weights or a derivative reach another legal person. */
        DISTRIBUTION,
        /** A product or service that contains the model is made available to others. */
        PRODUCT_MADE_AVAILABLE,
        /** The model itself is offered to third parties as a service. */
        HOSTING,
        /** A changed copy of the weights reaches another legal person. */
        MODIFIED_COPY_DISTRIBUTED,
        /** A model made from the weights is distributed or made available. */
        DERIVATIVE_MADE_AVAILABLE,
        /** A model trained on the outputs is distributed or made available. */
        OUTPUT_TRAINED_MODEL_MADE_AVAILABLE,
        COMMERCIAL_USE,
        /** A product or service that contains the model is made available, and the use is commercial. */
        COMMERCIAL_PRODUCT_MADE_AVAILABLE,
        /** The weights or a derivative reach another legal person, and the use is commercial. */
        COMMERCIAL_DISTRIBUTION,
        PRODUCTION_USE,
        /** The licensee's products compete with the licensor's. */
        COMPETING_PRODUCT
    }

    /** Kinds of business that texts single out. */
    public enum Business {
        /** Third parties get inference or fine-tuning with control over inputs, parameters or training data. */
        MODEL_AS_A_SERVICE,
        /** An independent product mainly for AI-assisted coding or office work. */
        AI_WORK_ASSISTANT,
        CLOUD_OR_SOFTWARE_PROVIDER,
        IMAGE_GENERATION
    }

    /** Uses that a text frees from a clause; each is derived from facts of the deployment. */
    public enum Exemption {
        /** Software, outputs and capabilities stay inside the organization. */
        INTERNAL_USE,
        /** The licensee received the model only inside a product of a vendor. */
        END_USER_OF_INTEGRATED_PRODUCT,
        /** Use through the licensor's own service or its certified partner. */
        LICENSOR_CHANNEL,
        /** The model is only tried out, and nothing that it makes leaves the organization. */
        EVALUATION
    }
}
