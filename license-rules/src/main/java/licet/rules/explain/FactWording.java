package licet.rules.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.rules.facts.Deployment;
import licet.rules.facts.Figures;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.verdict.Finding;

/** The facts that decided, as the reader may see them: figures by role, everything else as it is. */
final class FactWording {
    private final Messages messages;
    private final Wording wording;
    private final Locale locale;
    private final Organization organization;
    private final boolean showValues;

    FactWording(Messages messages, Wording wording, Locale locale, Explainer.Context context) {
        this.messages = messages;
        this.wording = wording;
        this.locale = locale;
        this.organization = context.organization();
        this.showValues = context.showValues();
    }

    VerdictDocument.FactShown shown(Finding.FactUsed fact) {
        var figure = figure(fact);
        return new VerdictDocument.FactShown(
                fact.question().id(),
                wording.question(fact.question()),
                value(fact),
                figure.map(Figures.Figure::source),
                figure.map(Figures.Figure::asOf));
    }

    String sentence(Finding.FactUsed fact) {
        String about = wording.question(fact.question());
        return figure(fact)
                .map(figure -> messages.get(
                        "law.fact.figure",
                        about,
                        value(fact),
                        figure.asOf().toString(),
                        figure.source(),
                        figure.owner()))
                .orElseGet(() -> messages.get("law.fact", about, value(fact)));
    }

    private String value(Finding.FactUsed fact) {
        return switch (fact.question()) {
            case Question.Figure _ -> showValues ? wording.amount(fact.value()) : wording.side(fact);
            case Question.Seat _ -> places(fact.value());
            case Question.AboutEntity _ -> fact.value();
            case Question.DoesAct _ -> messages.get("answer." + fact.value());
            case Question.AboutDeployment(var name) -> value(name, fact.value());
        };
    }

    private String value(Deployment.FactName name, String value) {
        if (value.isBlank()) {
            return messages.get("answer.none");
        }
        return switch (name) {
            case COMMERCIAL, OUTPUTS_LEAVE_ORGANIZATION, HIGH_RISK, LARGE_MODIFICATION ->
                messages.get("answer." + value);
            case OUTPUTS_TRAIN -> messages.get("outputs-train." + value);
            case FIELDS -> words("field.", value);
            case DERIVED_MODEL_NAME, RECIPIENTS, PUBLIC_CONTRACTS -> value;
            case PLACES_OF_USE, PLACES_OF_OUTPUT, SERVING_REGION, RESIDENCY -> places(value);
        };
    }

    private String words(String prefix, String ids) {
        return Arrays.stream(ids.split(", ", -1))
                .map(id -> messages.get(prefix + id))
                .collect(Collectors.joining(", "));
    }

    private String places(String codes) {
        return Arrays.stream(codes.split(", ", -1))
                .map(code -> Locale.of("", code).getDisplayCountry(locale))
                .collect(Collectors.joining(", "));
    }

    /** The figure on record that was used: the finding carries its question and its value. */
    private Optional<Figures.Figure> figure(Finding.FactUsed fact) {
        return fact.question() instanceof Question.Figure(var metric, var entity, var breadth, var period, var _)
                ? organization.figures().all().stream()
                        .filter(figure -> figure.metric() == metric
                                && figure.entity().equals(entity)
                                && figure.breadth() == breadth
                                && figure.period().equals(period)
                                && fact.value().startsWith(figure.value().toPlainString() + " " + figure.unit()))
                        .findFirst()
                : Optional.empty();
    }
}
