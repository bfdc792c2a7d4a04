package licet.rules.explain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import licet.rules.facts.Ids;
import licet.rules.policy.Asked;

/** What a condition asks, in plain words. */
public final class ConditionWording {
    private final Messages messages;

    public ConditionWording(Locale locale) {
        this.messages = Messages.of("policies", locale);
    }

    /** One sentence, without its end. */
    public String sentence(Asked asked) {
        var words = condition(asked);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String condition(Asked asked) {
        return switch (asked) {
            case Asked.Every(var parts) -> joined("and", parts);
            case Asked.Either(var parts) -> joined("or", parts);
            case Asked.Not(Asked.Compared(var operator, var left, var right)) ->
                compared("not.", operator, left, right);
            case Asked.Not(var part) -> messages.get("not", inner(part));
            case Asked.Compared(var operator, var left, var right) -> compared("is.", operator, left, right);
            case Asked.OfItems(var quantifier, var list, var holds) ->
                messages.get("items." + Ids.of(quantifier), value(list), condition(holds));
            case Asked.OlderThan(var date, var days) -> messages.get("older-than", value(date), days);
            case Asked.Choice(var test, var then, var otherwise) ->
                messages.get("choice", condition(test), condition(then), condition(otherwise));
            case Asked.Fact _, Asked.Item _ -> messages.get("is.true", value(asked));
            case Asked.Those _, Asked.Count _, Asked.Region _, Asked.Text _, Asked.Plain _, Asked.Values _ ->
                value(asked);
        };
    }

    private String joined(String word, List<Asked> parts) {
        return parts.stream().map(this::inner).collect(Collectors.joining(messages.get(word)));
    }

    /** Brackets where a part is made of parts: words alone would leave open what belongs together. */
    private String inner(Asked part) {
        return switch (part) {
            case Asked.Every _, Asked.Either _, Asked.OfItems _, Asked.Choice _ ->
                messages.get("bracketed", condition(part));
            case Asked.Not _, Asked.Compared _, Asked.OlderThan _, Asked.Fact _, Asked.Item _ -> condition(part);
            case Asked.Those _, Asked.Count _, Asked.Region _, Asked.Text _, Asked.Plain _, Asked.Values _ ->
                condition(part);
        };
    }

    private String compared(String form, Asked.Operator operator, Asked left, Asked right) {
        String key = operator == Asked.Operator.IN && right instanceof Asked.Region ? "in-region" : Ids.of(operator);
        return messages.get(form + key, value(left), value(right));
    }

    private String value(Asked asked) {
        return switch (asked) {
            case Asked.Fact(var name) -> fact(name);
            case Asked.Item _ -> messages.get("item");
            case Asked.Text(var text) -> messages.get("text", text);
            case Asked.Plain(var text) -> text;
            case Asked.Values(var items) ->
                items.stream().map(this::value).collect(Collectors.joining(messages.get("comma")));
            case Asked.Count(var list) -> messages.get("count", value(list));
            case Asked.Region(var code) -> messages.get("region", code);
            case Asked.Those(var list, var holds) -> messages.get("those", value(list), condition(holds));
            case Asked.Every _, Asked.Either _, Asked.Not _, Asked.Compared _, Asked.OfItems _ -> condition(asked);
            case Asked.OlderThan _, Asked.Choice _ -> condition(asked);
        };
    }

    private String fact(String name) {
        var parts = name.split("\\.", 2);
        return messages.get("fact." + parts[0], parts[1].replace('_', ' '));
    }
}
