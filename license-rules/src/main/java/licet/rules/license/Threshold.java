package licet.rules.license;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.YearMonth;

/** One number that a clause tests: six axes, because no two licenses agree on all of them. */
public record Threshold(
        Metric metric, Comparator comparator, Amount amount, Counted counted, Whose whose, Moment moment) {

    public enum Metric {
        MONTHLY_ACTIVE_USERS,
        MONTHLY_UNIQUE_USERS,
        DAILY_ACTIVE_USERS,
        MONTHLY_VISITS,
        ANNUAL_REVENUE,
        ANNUAL_RECURRING_REVENUE,
        MONTHLY_REVENUE
    }

    public enum Comparator {
        MORE_THAN,
        AT_LEAST;

        public boolean meets(BigDecimal value, BigDecimal limit) {
            int order = value.compareTo(limit);
            return switch (this) {
                case MORE_THAN -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** @param unit {@code users}, {@code visits} or an ISO 4217 currency */
    public record Amount(BigDecimal value, String unit) {}

    /** Over what the number is counted. */
    public enum Counted {
        /** All products and services of the entities that count, or the entities as a whole. */
        WHOLE_ENTITY,
        /** The product or service that uses the model. */
        THIS_PRODUCT
    }

    /** Whose number it is. */
    public enum Whose {
        LICENSEE,
        LICENSEE_WITH_AFFILIATES,
        /** The licensee or any single affiliate, none added to another. */
        ANY_ONE_OF_THE_GROUP,
        /** The whole consolidated group, and the employer when a person uses the model at work. */
        GROUP_OR_EMPLOYER
    }

    /** When the number is measured. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "moment")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Moment.InMonth.class, name = "in-month"),
        @JsonSubTypes.Type(value = Moment.PrecedingMonth.class, name = "preceding-month"),
        @JsonSubTypes.Type(value = Moment.PrecedingYear.class, name = "preceding-year"),
        @JsonSubTypes.Type(value = Moment.TrailingTwelveMonths.class, name = "trailing-twelve-months"),
        @JsonSubTypes.Type(value = Moment.AnyTwelveMonths.class, name = "any-twelve-months"),
        @JsonSubTypes.Type(value = Moment.Continuous.class, name = "continuous")
    })
    public sealed interface Moment {
        /** Once, in a month that the text fixes: growth afterwards does not matter. */
        record InMonth(YearMonth month) implements Moment {}

        /** In the calendar month before the day of use, every month anew. */
        record PrecedingMonth() implements Moment {}

        /** In the calendar year before the day of use. */
        record PrecedingYear() implements Moment {}

        /** Over the twelve months that ended with the preceding month. */
        record TrailingTwelveMonths() implements Moment {}

        /** Over any twelve consecutive months: once met, always met. */
        record AnyTwelveMonths() implements Moment {}

        /** At all times: the newest figure that is not too old counts. */
        record Continuous() implements Moment {}
    }
}
