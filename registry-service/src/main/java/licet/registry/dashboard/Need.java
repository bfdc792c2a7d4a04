package licet.registry.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;

/**
 * Something that waits for the one who looks.
 *
 * @param number of such things
 * @param subject key of the deployment, where it is about one
 * @param models that wait for it, where that is known
 * @param examples some of the things: ids of policy versions, questions, models or stacks, or names of watches
 */
@Schema(name = "DashboardNeed")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Need(Kind kind, long number, Optional<String> subject, Optional<Long> models, List<Example> examples) {
    public Need {
        examples = List.copyOf(examples);
    }

    static Need of(Kind kind, long number) {
        return new Need(kind, number, Optional.empty(), Optional.empty(), List.of());
    }

    Need with(List<Example> some) {
        return new Need(kind, number, subject, models, some);
    }

    /** @param text the id in words */
    @Schema(name = "DashboardExample")
    public record Example(String id, String text) {
        static Example of(String id) {
            return new Example(id, id);
        }
    }

    /** In the order in which they press. */
    public enum Kind implements ClosedChoice {
        /** Nothing was read from the Hub yet. */
        NO_MODELS("no-models"),
        NO_WATCHES("no-watches"),
        /** The organization is the sample that the product starts with. */
        SAMPLE_ORGANIZATION("sample-organization"),
        SAMPLE_DEPLOYMENTS("sample-deployments"),
        /** Slots of stacks whose model may not be used. */
        RED_SLOTS("red-slots"),
        /** Reviews of stacks that are open, overdue or due within two weeks. */
        REVIEWS_DUE("reviews-due"),
        /** Texts of policies that another person proposed. */
        PROPOSALS("policy-proposals"),
        /** What another person concluded about evidence. */
        CLEARINGS("clearing-proposals"),
        FAILED_WATCHES("failed-watches"),
        LATE_WATCHES("late-watches"),
        /** Their first run was due and did not happen. */
        NEVER_RUN("never-run"),
        /** Figures and rates too old for a limit of today. */
        OLD_FACTS("old-facts"),
        /** Figures and rates that will be within a month. */
        AGING_FACTS("aging-facts"),
        /** Figures whose owner should say whether they still hold. */
        FACT_CONFIRMATIONS("fact-confirmations"),
        /** The facts of one deployment, which somebody should say still hold. */
        DEPLOYMENT_CONFIRMATIONS("deployment-confirmations"),
        /** Facts of the organization that answers wait for. */
        ORGANIZATION_QUESTIONS("organization-questions"),
        /** Facts of one deployment that answers wait for. */
        DEPLOYMENT_QUESTIONS("deployment-questions"),
        /** Models of which the license text could not be read. */
        UNREAD_TEXTS("unread-texts"),
        /** Models whose license text or tag changed within the last thirty days. */
        CHANGED_TERMS("changed-terms");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }
}
