package licet.rules.explain;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;
import licet.rules.facts.Question;
import licet.rules.license.Clause;
import licet.rules.license.Threshold;
import licet.rules.verdict.Finding;

/** Turns the arguments that findings carry into words. */
public final class Wording {
    private final Messages messages;
    private final Locale locale;
    private final Organization organization;

    public Wording(Messages messages, Locale locale, Organization organization) {
        this.messages = messages;
        this.locale = locale;
        this.organization = organization;
    }

    /** The sentence of one finding; its key ends in what the finding is. */
    public String sentence(Finding finding) {
        var because = finding.because();
        String key = because.key().startsWith("grant.") ? because.key() : because.key() + "." + ending(finding);
        return messages.get(key, arguments(because));
    }

    private String ending(Finding finding) {
        return switch (finding) {
            case Finding.Satisfied _ -> "satisfied";
            case Finding.Noted _ -> "noted";
            case Finding.Violated _ -> "violated";
            case Finding.Needs _ -> "needs";
            case Finding.Obliges(var _, var b, var duty, var _)
            when duty == Clause.Duty.Kind.NOTICE_FILE && b.arguments().getLast().isBlank() -> "theirs";
            case Finding.Obliges(var _, var b, var _, var questions) ->
                questions.isEmpty() || !messages.has(b.key() + ".conditional") ? "obliges" : "conditional";
            case Finding.Waived(var lifted, var _) -> ending(lifted);
        };
    }

    private Object[] arguments(Finding.Because because) {
        var all = because.arguments();
        if (because.key().startsWith("usage-cap.")) {
            String metric = messages.get("metric." + all.get(2));
            return new Object[] {all.get(0), limit(all.get(1), metric), metric, moment(all.get(3)), display(all.get(4))
            };
        }
        if (because.key().startsWith("grant.")) {
            return new Object[] {all.get(0), messages.get("act." + all.get(1))};
        }
        if (because.key().startsWith("identification.")) {
            return new Object[] {
                messages.get("artifact." + all.getFirst()),
                all.size() < 2 || all.get(1).isEmpty() ? "–" : all.get(1)
            };
        }
        return all.toArray();
    }

    String display(String words) {
        return words.isEmpty() ? messages.get("display.model-name") : messages.get("display.words", words);
    }

    /** For example {@code above 700,000,000 monthly active users}. */
    private String limit(String written, String metric) {
        var parts = written.split("\\|", -1);
        String kind = parts[2].matches("[A-Z]{3}") ? "limit.money" : "limit.users";
        return messages.get("comparator." + parts[0], messages.get(kind, number(parts[1]), parts[2], metric));
    }

    String moment(Threshold.Moment moment) {
        return moment(
                switch (moment) {
                    case Threshold.Moment.InMonth(var month) -> month.toString();
                    case Threshold.Moment.PrecedingMonth() -> "preceding-month";
                    case Threshold.Moment.PrecedingYear() -> "preceding-year";
                    case Threshold.Moment.TrailingTwelveMonths() -> "trailing-twelve-months";
                    case Threshold.Moment.AnyTwelveMonths() -> "any-twelve-months";
                    case Threshold.Moment.Continuous() -> "continuous";
                });
    }

    private String moment(String written) {
        return switch (written) {
            case "preceding-month", "preceding-year", "trailing-twelve-months", "any-twelve-months", "continuous" ->
                messages.get("moment." + written);
            default -> messages.get("moment.month", written);
        };
    }

    String limit(Threshold threshold) {
        return limit(
                "%s|%s|%s"
                        .formatted(
                                Ids.of(threshold.comparator()),
                                threshold.amount().value().toPlainString(),
                                threshold.amount().unit()),
                messages.get("metric." + Ids.of(threshold.metric())));
    }

    /** Numbers inside a written amount are grouped for reading, for example {@code 700,000,000 users}. */
    String amount(String written) {
        var parts = written.split(" ", 2);
        return parts.length == 2 ? number(parts[0]) + " " + parts[1] : written;
    }

    private String number(String plain) {
        return NumberFormat.getInstance(locale).format(new BigDecimal(plain));
    }

    public String question(Question question) {
        return switch (question) {
            case Question.Figure(var metric, var entity, var breadth, var period, var control) ->
                messages.get(
                        "asked.figure",
                        capitalized(messages.get("metric." + Ids.of(metric))),
                        organization.get(entity).name(),
                        messages.get("breadth." + Ids.of(breadth))
                                + control.map(test -> " " + messages.get("control." + Ids.of(test)))
                                        .orElse(""),
                        period(period));
            case Question.AboutEntity(var entity, var fact) ->
                messages.get(
                        "asked.entity." + Ids.of(fact), organization.get(entity).name());
            case Question.Seat(var entity) ->
                messages.get("asked.seat", organization.get(entity).name());
            case Question.DoesAct(var act) -> messages.get("asked.act", messages.get("act." + Ids.of(act)));
            case Question.AboutDeployment(Deployment.FactName fact) -> messages.get("asked.deployment." + Ids.of(fact));
        };
    }

    private String period(Period period) {
        String key = "period." + period.value();
        return messages.has(key) ? messages.get(key) : period.value();
    }

    public String questions(Iterable<Question> questions) {
        return messages.get(
                "condition.when",
                java.util.stream.StreamSupport.stream(questions.spliterator(), false)
                        .map(this::question)
                        .collect(Collectors.joining("; ")));
    }

    private String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** What would lift a finding, in one sentence each. */
    List<String> change(Finding finding, String about) {
        return switch (finding) {
            case Finding.Violated(var _, var _, var _, var remedy, var _) ->
                List.of(messages.get("change." + Ids.of(remedy), about));
            case Finding.Needs(var _, var _, var need, var _) ->
                need == Finding.Need.FACT ? List.of() : List.of(messages.get("change." + Ids.of(need), about));
            case Finding.Satisfied _, Finding.Noted _ -> List.of();
            case Finding.Obliges _ -> List.of();
            case Finding.Waived _ -> List.of();
        };
    }

    String remedy(Finding.Remedy remedy) {
        return messages.get("remedy." + Ids.of(remedy));
    }

    String need(Finding.Need need) {
        return messages.get("need." + Ids.of(need));
    }

    String side(Finding.FactUsed fact) {
        return fact.against()
                .map(limit -> messages.get(fact.above() ? "fact.above" : "fact.below", amount(limit)))
                .orElse(fact.value());
    }
}
