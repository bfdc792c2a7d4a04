package licet.ingest.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.ingest.hub.ModelLink;
import licet.ingest.hub.RepoId;

/** Finds in a card's prose what it says about the origin of its own model, and leaves out what it says about siblings. */
public final class CardHints {
    public static final String CARD_PATH = "README.md";

    private static final int MAX_HINTS = 50;
    private static final int MAX_LINE = 4_000;
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern PLAIN_ID =
            Pattern.compile("(?<![\\w./\\-])([\\w\\-]{2,40}/[\\w.\\-]{3,96})(?![\\w/])");
    /** Something that reads like the name of a model: letters and a digit in one word. */
    private static final Pattern NAME =
            Pattern.compile("(?=[\\w.\\-]*\\d)(?=[\\w.\\-]*[A-Za-z]{2})[A-Za-z][\\w.\\-]{2,}");

    private static final Pattern DOMAIN_LIKE = Pattern.compile("(?i).*\\.(com|org|net|io|ai|co|py|md|json|txt|git)$");

    private final OwnName own;
    private final HintPhrases phrases;

    private CardHints(OwnName own, HintPhrases phrases) {
        this.own = own;
        this.phrases = phrases;
    }

    public static List<LineageHint> list(RepoId model, ModelCard card) {
        return new CardHints(new OwnName(model), HintPhrases.SHIPPED).read(card);
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
        return line.strip().startsWith("|") ? tableRow(line, number) : prose(line, number);
    }

    /** A table compares siblings: only the row of this model speaks about it, and only by the other models it links. */
    private Optional<LineageHint> tableRow(String line, int number) {
        List<RepoId> others = others(line);
        if (others.isEmpty() || !own.isIn(line)) {
            return Optional.empty();
        }
        return Optional.of(new LineageHint(LineageHint.Kind.LINKED_MODEL, CARD_PATH, number, line, others));
    }

    private Optional<LineageHint> prose(String line, int number) {
        Matcher origin = phrases.origin().matcher(line);
        Matcher base = phrases.base().matcher(line);
        boolean statesOrigin = origin.find();
        if (!statesOrigin && !base.find()) {
            return Optional.empty();
        }
        Matcher phrase = statesOrigin ? origin : base;
        String object = line.substring(phrase.end());
        List<RepoId> models = others(object);
        if (!isAboutThisModel(line.substring(0, phrase.start())) || (models.isEmpty() && !namesBase(object))) {
            return Optional.empty();
        }
        return Optional.of(new LineageHint(kind(statesOrigin, models), CARD_PATH, number, line, models));
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

    private boolean namesBase(String object) {
        String near = object.substring(0, Math.min(object.length(), 160));
        return NAME.matcher(near).results().anyMatch(m -> isForeignName(m.group()));
    }

    private boolean isForeignName(String name) {
        return !own.isIn(name) && !DOMAIN_LIKE.matcher(name).matches();
    }

    private List<RepoId> others(String text) {
        List<RepoId> found = new ArrayList<>(ModelLink.list(text));
        PLAIN_ID.matcher(text.replaceAll("(?i)https?://\\S+", " "))
                .results()
                .map(m -> RepoId.find(m.group(1).replaceAll("[.\\-]+$", "")))
                .flatMap(Optional::stream)
                .filter(id -> id.name().chars().anyMatch(Character::isDigit))
                .filter(id -> !found.contains(id))
                .forEach(found::add);
        found.removeIf(own::is);
        return found;
    }
}
