package licet.registry.whatif;

import java.util.List;
import java.util.stream.Stream;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;
import licet.rules.license.Field;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/**
 * What answer a question takes.
 *
 * @param list name of the closed list that the choices are taken from; empty where there is none
 * @param choices in their written form: what to choose from, or the units of an amount
 */
public record AnswerForm(Kind kind, String list, List<String> choices) {
    /** Stands for a set that is known to be empty, and for a name that nobody gives. */
    public static final String NONE = "none";

    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "CNY", "JPY");

    public AnswerForm {
        choices = List.copyOf(choices);
    }

    public enum Kind {
        YES_NO,
        ONE,
        /** Any number of the choices, or {@value #NONE}. */
        SOME,
        COUNTRY,
        /** Codes or English names with commas between them, or {@value #NONE}. */
        COUNTRIES,
        /** Keys with commas between them, or {@value #NONE}. */
        KEYS,
        TEXT,
        /** A number that is not negative, then its unit. */
        AMOUNT
    }

    public static AnswerForm of(Question question) {
        return switch (question) {
            case Question.Figure(var metric, var _, var _, var _, var _) ->
                new AnswerForm(Kind.AMOUNT, "unit", units(metric));
            case Question.Seat _ -> plain(Kind.COUNTRY);
            case Question.AboutEntity(var _, var fact) -> of(fact);
            case Question.AboutDeployment(var fact) -> of(fact);
            case Question.DoesAct _ -> plain(Kind.YES_NO);
        };
    }

    private static AnswerForm of(Question.AboutEntity.EntityFact fact) {
        return switch (fact) {
            case BUSINESSES -> some("business", Scope.Business.values());
            case COMPETES_WITH -> plain(Kind.KEYS);
            case REGISTERED_SEAT -> plain(Kind.COUNTRY);
        };
    }

    private static AnswerForm of(Deployment.FactName fact) {
        return switch (fact) {
            case COMMERCIAL, OUTPUTS_LEAVE_ORGANIZATION, HIGH_RISK, LARGE_MODIFICATION -> plain(Kind.YES_NO);
            case OUTPUTS_TRAIN -> new AnswerForm(Kind.ONE, "outputs-train", words(Deployment.OutputsTrain.values()));
            case FIELDS -> some("field", Field.values());
            case DERIVED_MODEL_NAME -> plain(Kind.TEXT);
            case PLACES_OF_USE, PLACES_OF_OUTPUT -> plain(Kind.COUNTRIES);
            case SERVING_REGION, RESIDENCY -> plain(Kind.COUNTRY);
            case RECIPIENTS -> some("recipient", Deployment.Recipient.values());
            case PUBLIC_CONTRACTS -> some("public-contract", Deployment.PublicContract.values());
        };
    }

    static List<String> units(Threshold.Metric metric) {
        return switch (metric) {
            case MONTHLY_ACTIVE_USERS, MONTHLY_UNIQUE_USERS, DAILY_ACTIVE_USERS -> List.of("users");
            case MONTHLY_VISITS -> List.of("visits");
            case ANNUAL_REVENUE, ANNUAL_RECURRING_REVENUE, MONTHLY_REVENUE -> CURRENCIES;
        };
    }

    private static AnswerForm plain(Kind kind) {
        return new AnswerForm(kind, "", List.of());
    }

    private static AnswerForm some(String list, Enum<?>... values) {
        return new AnswerForm(Kind.SOME, list, words(values));
    }

    private static List<String> words(Enum<?>... values) {
        return Stream.of(values).map(Ids::of).toList();
    }
}
