package licet.rules.release;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import licet.rules.facts.Ids;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.Threshold;

/** Holds one point of a claim against what is on record about one model. */
final class PointCheck {
    /** Sizes and contexts are rounded where people write of them. */
    private static final double ROUNDED = 0.05;

    private final LicenseCatalog licenses;

    PointCheck(LicenseCatalog licenses) {
        this.licenses = licenses;
    }

    /** @param holds whether the record bears the point out */
    record Held(boolean holds, CheckedClaim.Shown shown) {}

    /** Empty where nothing on record speaks of it. */
    Optional<Held> hold(Said said, Observed observed) {
        return switch (said) {
            case Said.Released(var period) ->
                observed.released().map(on -> held(observed, on.meets(period), on.text()));
            case Said.HasSize(var size) -> observed.size().map(own -> held(observed, isNear(size, own), written(own)));
            case Said.Licensed(var license) ->
                byTexts(
                        observed,
                        text -> text.key().equals(license),
                        text -> text.key().value());
            case Said.Context(var tokens) ->
                observed.context().map(own -> held(observed, isNear(tokens, own), own.toString()));
            case Said.Mixture(var experts) ->
                observed.mixture().map(own -> held(observed, own == experts, own.toString()));
            case Said.Grants(var act, var state) ->
                byTexts(
                        observed,
                        text -> text.grant(act).state() == state,
                        text -> text.key() + " " + text.grant(act).citation().section() + ": "
                                + Ids.of(text.grant(act).state()));
            case Said.UsersCap(var users) ->
                byTexts(observed, text -> caps(text).contains(users), text -> text.key() + ": " + listed(caps(text)));
            case Said.UsePolicy(var comes) ->
                byTexts(
                        observed,
                        text -> text.usePolicies().isEmpty() != comes,
                        text -> text.key() + ": " + listed(text.usePolicies()));
            case Said.Seat(var countries) ->
                observed.country().map(own -> held(observed, countries.contains(own), own));
        };
    }

    private static Held held(Observed observed, boolean holds, String value) {
        return new Held(holds, new CheckedClaim.Shown(observed.model(), value, observed.stated()));
    }

    /** Where several texts can govern, only what all of them say counts. */
    private Optional<Held> byTexts(Observed observed, Predicate<License> holds, Function<License, String> value) {
        var texts = observed.licenses().stream()
                .flatMap(key -> licenses.find(key).stream())
                .toList();
        var answers = texts.stream().map(holds::test).distinct().toList();
        if (texts.size() < observed.licenses().size() || answers.size() != 1) {
            return Optional.empty();
        }
        String shown = texts.stream().map(value).distinct().collect(Collectors.joining(", "));
        return Optional.of(held(observed, answers.getFirst(), shown));
    }

    private static String listed(Collection<?> values) {
        return values.isEmpty() ? "none" : values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static List<Long> caps(License text) {
        return text.clauses().stream()
                .flatMap(clause -> clause instanceof Clause.UsageCap cap
                        ? cap.anyOf().stream()
                        : java.util.stream.Stream.<Threshold>empty())
                .filter(threshold -> threshold.metric() == Threshold.Metric.MONTHLY_ACTIVE_USERS)
                .map(Threshold::amount)
                .map(Threshold.Amount::value)
                .map(BigDecimal::longValue)
                .toList();
    }

    private static boolean isNear(Size said, Size own) {
        return isNear(said.total(), own.total())
                && said.active()
                        .flatMap(active -> own.active().map(other -> isNear(active, other)))
                        .orElse(true);
    }

    private static boolean isNear(long said, long own) {
        return Math.abs(said - own) <= ROUNDED * own;
    }

    private static String written(Size size) {
        return size.total() + size.active().map(active -> "/" + active).orElse("");
    }
}
