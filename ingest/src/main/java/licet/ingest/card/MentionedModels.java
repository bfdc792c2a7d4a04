package licet.ingest.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.ingest.hub.ModelLink;
import licet.ingest.hub.RepoId;

/** The models that a piece of prose names: by address, by id, or by something that reads like a name. */
final class MentionedModels {
    private static final Pattern PLAIN_ID =
            Pattern.compile("(?<![\\w./\\-])([\\w\\-]{2,40}/[\\w.\\-]{3,96})(?![\\w/])");
    private static final Pattern LINK_OR_ADDRESS = Pattern.compile("(?i)\\[[^\\]]*]\\([^)]*\\)|https?://\\S+");

    /** Letters and a digit in one word, or a capitalized word and a number. */
    private static final Pattern NAME = Pattern.compile(
            "(?=[\\w.\\-]*\\d)(?=[\\w.\\-]*[A-Za-z]{2})[A-Za-z][\\w.\\-]{2,}|\\b[A-Z][A-Za-z]{2,} \\d+(?:\\.\\d+)?");

    private static final Pattern FILE_OR_DOMAIN =
            Pattern.compile("(?i).*\\.(com|org|net|io|ai|co|py|md|json|txt|git)$");
    private static final int NEAR = 40;

    private final OwnName own;

    MentionedModels(OwnName own) {
        this.own = own;
    }

    /** Other models than this one, named by address or id. */
    List<RepoId> list(String text) {
        List<RepoId> found = new ArrayList<>(ModelLink.list(text));
        PLAIN_ID.matcher(LINK_OR_ADDRESS.matcher(text).replaceAll(" "))
                .results()
                .map(m -> RepoId.find(m.group(1).replaceAll("[.\\-]+$", "")))
                .flatMap(Optional::stream)
                .filter(id -> id.name().chars().anyMatch(Character::isDigit))
                .filter(id -> !found.contains(id))
                .forEach(found::add);
        found.removeIf(own::is);
        return List.copyOf(found);
    }

    /** Whether the text begins, give or take a few words, with the name of another model. */
    boolean startsWithName(String text) {
        return NAME.matcher(text)
                .results()
                .takeWhile(m -> m.start() < NEAR)
                .anyMatch(m -> !own.isIn(m.group())
                        && !FILE_OR_DOMAIN.matcher(m.group()).matches());
    }
}
