package licet.web.model;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.registry.whatif.AnswerForm;
import licet.registry.whatif.QuestionIds;
import licet.rules.explain.Messages;
import licet.rules.explain.VerdictDocument;
import licet.web.layout.Texts;

/** Puts a verdict together with forms for its open questions. */
@Singleton
final class OpinionPages {
    /** Lists whose words belong to the pages; the rules have words for the others. */
    private static final Set<String> OWN_LISTS = Set.of("recipient", "public-contract");

    private static final String UNIT = "unit";

    private final Texts texts;
    private final Messages words = Messages.of(Locale.ENGLISH);

    OpinionPages(Texts texts) {
        this.texts = texts;
    }

    Opinion of(VerdictDocument verdict) {
        return of(verdict, Map.of(), Map.of());
    }

    /**
     * @param given answers by the id of the question
     * @param problems what is wrong with answers, likewise
     */
    Opinion of(VerdictDocument verdict, Map<String, List<String>> given, Map<String, String> problems) {
        var questions = verdict.questions().stream()
                .map(asked -> question(
                        asked,
                        given.getOrDefault(asked.id(), List.of()),
                        Optional.ofNullable(problems.get(asked.id()))))
                .toList();
        return new Opinion(verdict, questions);
    }

    private OpenQuestion question(VerdictDocument.Asked asked, List<String> given, Optional<String> problem) {
        var form = QuestionIds.find(asked.id()).map(AnswerForm::of);
        return new OpenQuestion(
                asked.id(),
                asked.text(),
                asked.reasons(),
                form.map(AnswerForm::kind).orElse(AnswerForm.Kind.TEXT),
                form.map(this::choices).orElse(List.of()),
                given,
                problem);
    }

    private List<OpenQuestion.Choice> choices(AnswerForm form) {
        return form.choices().stream()
                .map(value -> new OpenQuestion.Choice(value, label(form.list(), value)))
                .toList();
    }

    /** An answer in words. */
    String shown(String id, List<String> values) {
        var form = QuestionIds.find(id).map(AnswerForm::of);
        return String.join(
                form.map(AnswerForm::kind).equals(Optional.of(AnswerForm.Kind.AMOUNT)) ? " " : ", ",
                values.stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> form.filter(known -> known.choices().contains(value))
                                .map(known -> label(known.list(), value))
                                .orElse(value))
                        .toList());
    }

    private String label(String list, String value) {
        if (list.equals(UNIT)) {
            return value;
        }
        String key = list + "." + value;
        return OWN_LISTS.contains(list) ? texts.get(key) : words.get(key);
    }
}
