package licet.ingest.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;

/** Finds in a card's prose what it says about the origin of its own model, and leaves out what it says about siblings. */
public final class CardHints {
    static final String CARD_PATH = "README.md";

    private static final int MAX_HINTS = 50;
    private static final int MAX_LINE = 4_000;
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[*_]{0,2}\\s+(?=[A-Z*_\\[])");

    private final OwnName own;
    private final HintPhrases phrases = HintPhrases.SHIPPED;
    private final MentionedModels mentioned;
    private final TableHints tables;

    private CardHints(RepoId model) {
        this.own = new OwnName(model);
        this.mentioned = new MentionedModels(own);
        this.tables = new TableHints(own, mentioned, phrases);
    }

    public static List<LineageHint> list(RepoId model, ModelCard card) {
        return new CardHints(model).read(card);
    }

    private List<LineageHint> read(ModelCard card) {
        List<LineageHint> hints = new ArrayList<>();
        boolean inCode = false;
        int number = card.bodyLine();
        for (String line : LINE_END.split(card.body(), -1)) {
            inCode ^= line.strip().startsWith("```");
            if (!inCode && line.length() <= MAX_LINE && hints.size() < MAX_HINTS) {
                hint(line, number).ifPresent(hints::add);
            }
            number++;
        }
        return List.copyOf(hints);
    }

    private Optional<LineageHint> hint(String line, int number) {
        if (TableHints.isRow(line)) {
            List<RepoId> bases = tables.row(line);
            return bases.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LineageHint(LineageHint.Kind.LINKED_MODEL, CARD_PATH, number, line, bases));
        }
        tables.endOfTable();
        for (String sentence : SENTENCE_END.split(line, -1)) {
            Optional<Statement> statement = statement(sentence);
            if (statement.isPresent()) {
                return statement.map(s -> new LineageHint(s.kind(), CARD_PATH, number, line, s.models()));
            }
        }
        return Optional.empty();
    }

    private record Statement(LineageHint.Kind kind, List<RepoId> models) {}

    private Optional<Statement> statement(String sentence) {
        Matcher origin = phrases.origin().matcher(sentence);
        Matcher base = phrases.base().matcher(sentence);
        boolean statesOrigin = origin.find();
        if (!statesOrigin && !base.find()) {
            return Optional.empty();
        }
        Matcher phrase = statesOrigin ? origin : base;
        String object = sentence.substring(phrase.end());
        if (!isAboutThisModel(sentence.substring(0, phrase.start())) || isAboutSomethingElse(object)) {
            return Optional.empty();
        }
        List<RepoId> models = mentioned.list(object);
        return models.isEmpty() && !mentioned.startsWithName(object)
                ? Optional.empty()
                : Optional.of(new Statement(kind(statesOrigin, models), models));
    }

    private static LineageHint.Kind kind(boolean statesOrigin, List<RepoId> models) {
        if (statesOrigin) {
            return LineageHint.Kind.ORIGIN_STATEMENT;
        }
        return models.isEmpty() ? LineageHint.Kind.NAMED_BASE : LineageHint.Kind.LINKED_MODEL;
    }

    /** The words before the phrase name this model, or mean it, or are no words at all as in a list of properties. */
    private boolean isAboutThisModel(String subject) {
        if (own.isIn(subject)) {
            return true;
        }
        boolean bare = subject.chars().noneMatch(Character::isLetterOrDigit);
        return !own.siblingIn(subject)
                && (bare || phrases.self().matcher(subject).find());
    }

    private boolean isAboutSomethingElse(String object) {
        String near = object.substring(0, Math.min(object.length(), 80));
        return phrases.other().matcher(near).find();
    }
}
