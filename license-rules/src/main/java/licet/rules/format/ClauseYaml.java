package licet.rules.format;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.license.Act;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.LicenseKey;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/** Reads the clauses of licenses and use policies. */
final class ClauseYaml {
    private static final List<String> HEAD = List.of("id", "kind", "section", "scope");

    private ClauseYaml() {}

    /** The written names of the clause kinds; a test holds them against the sealed type. */
    enum Kind {
        USAGE_CAP("any-of", "effect", "display"),
        TERRITORY("test", "excluded"),
        PURPOSE_LIMIT("purpose"),
        FIELD_OF_USE("banned", "strength"),
        OUTPUT_TRAINING("reach", "own-derivatives"),
        NAME_PREFIX("prefix"),
        DUTY("duty", "display", "compatible"),
        REGISTRATION(),
        AGREEMENT_GATE("detail"),
        AMBIGUITY("detail"),
        TERM("term", "detail");

        @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
        private final List<String> parameters;

        Kind(String... parameters) {
            this.parameters = List.of(parameters);
        }

        String[] fields() {
            return Stream.concat(HEAD.stream(), parameters.stream()).toArray(String[]::new);
        }
    }

    static Clause clause(YamlNode node, LicenseKey document) {
        var all = Stream.concat(HEAD.stream(), Stream.of(Kind.values()).flatMap(kind -> kind.parameters.stream()))
                .distinct()
                .toArray(String[]::new);
        Kind kind = node.fields(all).choice("kind", Kind.class);
        var fields = node.fields(kind.fields());
        var head = new Clause.Head(
                fields.text("id"),
                new Citation(document.value(), fields.text("section")),
                fields.find("scope").map(ClauseYaml::scope).orElse(Scope.ALL));
        return switch (kind) {
            case USAGE_CAP ->
                new Clause.UsageCap(
                        head,
                        fields.list("any-of", ClauseYaml::threshold),
                        fields.choice("effect", Clause.UsageCap.Effect.class),
                        display(fields));
            case TERRITORY ->
                new Clause.Territory(
                        head,
                        fields.choice("test", Clause.Territory.Test.class),
                        new TreeSet<>(fields.texts("excluded")));
            case PURPOSE_LIMIT ->
                new Clause.PurposeLimit(head, fields.choice("purpose", Clause.PurposeLimit.Purpose.class));
            case FIELD_OF_USE ->
                new Clause.FieldOfUse(
                        head,
                        fields.choices("banned", Field.class),
                        fields.choice("strength", Clause.FieldOfUse.Strength.class));
            case OUTPUT_TRAINING ->
                new Clause.OutputTraining(
                        head,
                        fields.choice("reach", Clause.OutputTraining.Reach.class),
                        fields.flag("own-derivatives"));
            case NAME_PREFIX -> new Clause.NamePrefix(head, fields.text("prefix"));
            case DUTY ->
                new Clause.Duty(
                        head,
                        fields.choice("duty", Clause.Duty.Kind.class),
                        display(fields),
                        new TreeSet<>(fields.listOrEmpty("compatible", LicenseYaml::key)));
            case REGISTRATION -> new Clause.Registration(head);
            case AGREEMENT_GATE -> new Clause.AgreementGate(head, fields.text("detail"));
            case AMBIGUITY -> new Clause.Ambiguity(head, fields.text("detail"));
            case TERM ->
                new Clause.Term(
                        head,
                        fields.choice("term", Clause.Term.Kind.class),
                        fields.find("detail").map(YamlNode::text).orElse(""));
        };
    }

    private static String display(YamlFields fields) {
        return fields.find("display").map(YamlNode::text).orElse("");
    }

    private static Scope scope(YamlNode node) {
        var fields = node.fields("modality", "acts", "triggers", "businesses", "exemptions");
        return new Scope(
                fields.has("modality") ? fields.choice("modality", Scope.ModalityScope.class) : Scope.ModalityScope.ANY,
                fields.choices("acts", Act.class),
                fields.choices("triggers", Scope.Trigger.class),
                fields.choices("businesses", Scope.Business.class),
                fields.choices("exemptions", Scope.Exemption.class));
    }

    private static Threshold threshold(YamlNode node) {
        var fields = node.fields("metric", "comparator", "value", "unit", "counted", "whose", "moment");
        return new Threshold(
                fields.choice("metric", Threshold.Metric.class),
                fields.choice("comparator", Threshold.Comparator.class),
                new Threshold.Amount(fields.number("value"), fields.text("unit")),
                fields.choice("counted", Threshold.Counted.class),
                fields.choice("whose", Threshold.Whose.class),
                fields.at("moment")
                        .parse(
                                "preceding-month, preceding-year, trailing-twelve-months, any-twelve-months, continuous "
                                        + "or a month such as 2024-11",
                                ClauseYaml::moment));
    }

    private static Threshold.Moment moment(String value) {
        return switch (value) {
            case "preceding-month" -> new Threshold.Moment.PrecedingMonth();
            case "preceding-year" -> new Threshold.Moment.PrecedingYear();
            case "trailing-twelve-months" -> new Threshold.Moment.TrailingTwelveMonths();
            case "any-twelve-months" -> new Threshold.Moment.AnyTwelveMonths();
            case "continuous" -> new Threshold.Moment.Continuous();
            default -> new Threshold.Moment.InMonth(YearMonth.parse(value));
        };
    }

    /** Findings and waivers name a clause by its id, so two in one document must not share one. */
    static List<Clause> unique(YamlNode root, List<Clause> clauses) {
        var seen = new HashSet<String>();
        Optional<String> twice =
                clauses.stream().map(Clause::id).filter(id -> !seen.add(id)).findFirst();
        twice.ifPresent(id -> root.report("two clauses have the id '%s'; ids are unique in a file".formatted(id)));
        return clauses;
    }
}
