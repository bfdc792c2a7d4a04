package licet.web.fact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.rules.facts.Organization;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** Turns facts that can be asked for into the fields of a form. */
@Singleton
final class FactFields {
    private final FactWords words;
    private final Texts texts;

    FactFields(FactWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** What stands in a form: {@code kind} is deployment or organization, and the first part of the labels' keys. */
    record Content(String kind, Typed typed, List<FormProblem> problems, List<String> hinted) {
        Content {
            problems = List.copyOf(problems);
            hinted = List.copyOf(hinted);
        }
    }

    FactField field(Definition of, Content content) {
        return field(of, content, options(of, content.typed()));
    }

    FactField field(Definition of, Content content, List<FactField.Option> options) {
        var hint = content.hinted().contains(of.id())
                ? Optional.of(texts.get(content.kind() + ".hint." + of.id()))
                : Optional.<String>empty();
        return new FactField(
                of.id(),
                control(of),
                words.label(content.kind(), of),
                hint,
                content.typed().all(of.id()),
                options,
                FormProblem.find(content.problems(), of.id()));
    }

    /** A choice among the entities on record. */
    FactField entity(Definition of, Content content, Organization organization) {
        return field(
                of,
                content,
                organization.entities().stream()
                        .map(entity -> new FactField.Option(
                                entity.key().value(),
                                entity.name(),
                                content.typed().one(of.id()).equals(entity.key().value())))
                        .toList());
    }

    private static FactField.Control control(Definition of) {
        return switch (of.kind()) {
            case TEXT, COUNTRY, COUNTRIES, WORDS -> FactField.Control.TEXT;
            case ONE, ONE_OR_UNKNOWN, YES_NO -> FactField.Control.ONE;
            case SOME_OR_UNKNOWN -> FactField.Control.SOME;
        };
    }

    private List<FactField.Option> options(Definition of, Typed typed) {
        var chosen = typed.all(of.id());
        var all = new ArrayList<FactField.Option>();
        for (var choice : of.choices()) {
            all.add(new FactField.Option(choice, words.word(of.list(), choice), chosen.contains(choice)));
        }
        boolean open = of.kind() == Definition.Kind.ONE_OR_UNKNOWN || of.kind() == Definition.Kind.SOME_OR_UNKNOWN;
        if (open) {
            all.add(new FactField.Option(
                    Definition.UNKNOWN, texts.get("fact.unknown"), chosen.contains(Definition.UNKNOWN)));
        }
        return all;
    }
}
